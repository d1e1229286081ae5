package io.imageseg.server.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as it arrives: fields up to the file, the file, and what may come behind it. */
final class UploadForm {
    private static final Pattern TYPE =
            Pattern.compile("(?i)multipart/form-data\\s*;.*?\\bboundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");
    private static final Pattern NAME =
            Pattern.compile("(?im)^content-disposition:\\s*form-data\\b.*?;\\s*name=(?:\"([^\"]*)\"|([^;\\s\"]+)).*$");
    private static final String FILE = "file";
    private static final int MOST_FIELDS = 32;
    private static final int LONGEST_FIELD = 8 << 10;

    private final MultipartReader parts;
    private final Map<String, String> fields = new HashMap<>();
    private int count;

    /** @throws UploadException MALFORMED if the type names no boundary */
    UploadForm(String contentType, InputStream body) {
        Matcher type = TYPE.matcher(contentType);
        if (!type.matches()) {
            throw malformed("The Content-Type must be multipart/form-data with a boundary.");
        }
        parts = new MultipartReader(body, eitherGroup(type));
    }

    /**
     * Reads the fields before the file.
     *
     * @throws UploadException FIELD_MISSING if there is no file, MALFORMED, CUT_OFF
     */
    void readToFile() throws IOException {
        for (Optional<String> head = next(); head.isPresent(); head = next()) {
            String name = name(head.get());
            if (name.equals(FILE)) {
                return;
            }
            fields.putIfAbsent(name, text());
        }
        throw new UploadException(UploadRefusal.FIELD_MISSING, "The form has no field file.");
    }

    /**
     * A field from before the file.
     *
     * @throws UploadException FIELD_MISSING
     */
    String field(String name) {
        String value = fields.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new UploadException(
                    UploadRefusal.FIELD_MISSING, "The form needs the field %s, before its file.".formatted(name));
        }
        return value;
    }

    /** Reads the file and all behind it. */
    void readFile(MultipartReader.Sink sink) throws IOException {
        parts.content(sink);
        for (Optional<String> head = next(); head.isPresent(); head = next()) {
            if (name(head.get()).equals(FILE)) {
                throw malformed("The form has two fields named file; send one file.");
            }
            String _ = text();
        }
    }

    private Optional<String> next() throws IOException {
        if (++count > MOST_FIELDS) {
            throw malformed("The form has more than %d fields.".formatted(MOST_FIELDS));
        }
        return parts.nextHead();
    }

    private static String name(String head) {
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            throw malformed("A part of the form has no Content-Disposition with a name.");
        }
        return eitherGroup(name);
    }

    private String text() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        parts.content(new MultipartReader.Bounded(LONGEST_FIELD, "in one field", text::write));
        return text.toString(StandardCharsets.UTF_8);
    }

    private static String eitherGroup(Matcher matcher) {
        String quoted = matcher.group(1);
        return quoted == null ? matcher.group(2) : quoted;
    }

    private static UploadException malformed(String message) {
        return new UploadException(UploadRefusal.MALFORMED, message);
    }
}
