package io.imageseg.server.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The page's files, packed on the class path; nothing else of the class path can be reached. */
public final class PageFiles {
    private static final String FOLDER = "/io/imageseg/console/page/";
    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]*";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("json", "application/json;charset=utf-8"),
            Map.entry("txt", "text/plain;charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    private PageFiles() {}

    /** A file, whole. */
    public record PageFile(String contentType, byte[] bytes) {}

    /**
     * A file; empty if there is none.
     *
     * @param path plain names, joined by slashes, the last with the extension of a known type
     */
    public static Optional<PageFile> find(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !path.matches("(" + NAME + "/)*" + NAME)) {
            return Optional.empty();
        }
        try (InputStream file = PageFiles.class.getResourceAsStream(FOLDER + path)) {
            return file == null ? Optional.empty() : Optional.of(new PageFile(type, file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
