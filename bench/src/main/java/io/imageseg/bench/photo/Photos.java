package io.imageseg.bench.photo;

import io.imageseg.image.ImageFormat;
import io.imageseg.image.Picture;
import io.imageseg.image.PictureReader;
import io.imageseg.image.UnreadableImageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The photos that are measured with: those of a folder, or the bench's own, which are in the public domain.
 *
 * @param originals the files, by name without ending, in order
 */
public record Photos(Map<String, byte[]> originals) {
    private static final List<String> OWN = List.of("astronaut", "chelsea", "coffee");
    private static final long MOST_PIXELS = 100_000_000;

    /** @throws IOException if a folder cannot be read or holds no file */
    public static Photos of(Optional<Path> folder) throws IOException {
        Map<String, byte[]> originals = folder.isPresent() ? inFolder(folder.get()) : own();
        if (originals.isEmpty()) {
            throw new IOException("%s holds no photos; at least one is needed".formatted(folder.orElseThrow()));
        }
        return new Photos(originals);
    }

    private static Map<String, byte[]> own() throws IOException {
        Map<String, byte[]> originals = new LinkedHashMap<>();
        for (String name : OWN) {
            try (InputStream in = Photos.class.getResourceAsStream("/io/imageseg/photos/" + name + ".png")) {
                if (in == null) {
                    throw new IOException("the bench was built without the photo " + name);
                }
                originals.put(name, in.readAllBytes());
            }
        }
        return originals;
    }

    private static Map<String, byte[]> inFolder(Path folder) throws IOException {
        Map<String, byte[]> originals = new LinkedHashMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
                originals.put(name, Files.readAllBytes(file));
            }
        }
        return originals;
    }

    /**
     * All of them, the middle of each, scaled to a size.
     *
     * @throws IOException if one cannot be read as a picture; names it
     */
    public List<Photo> scaled(int width, int height, ImageFormat format) throws IOException {
        List<Photo> scaled = new ArrayList<>();
        for (String name : originals.keySet()) {
            scaled.add(scaled(name, width, height, format));
        }
        return scaled;
    }

    /** One of them. */
    public Photo scaled(String name, int width, int height, ImageFormat format) throws IOException {
        try (Picture picture = picture(name, width, height)) {
            return new Photo(name, width, height, format, PhotoFile.of(picture, format));
        }
    }

    /** One of them as a picture, which the caller closes. */
    public Picture picture(String name, int width, int height) throws IOException {
        byte[] file = originals.get(name);
        if (file == null) {
            throw new IOException("there is no photo " + name);
        }
        try (Picture original = new PictureReader(MOST_PIXELS).read(file)) {
            return PhotoFile.middle(original, width, height);
        } catch (UnreadableImageException e) {
            throw new IOException("%s is no photo: %s".formatted(name, e.getMessage()), e);
        }
    }
}
