package io.imageseg;

import io.imageseg.image.Picture;
import io.imageseg.image.PictureReader;
import io.imageseg.image.UnreadableImageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The photos under resources, whose README says where they are from. */
public final class TestPhotos {
    private TestPhotos() {}

    /** A woman in an orange suit, 512×512; her face spans about x 170 to 270 and y 65 to 190. */
    public static Picture astronaut() {
        return read("astronaut.png");
    }

    /** A cat's face, 451×300. */
    public static Picture cat() {
        return read("chelsea.png");
    }

    private static Picture read(String name) {
        try (InputStream in = Objects.requireNonNull(TestPhotos.class.getResourceAsStream("photos/" + name))) {
            return new PictureReader(10_000_000).read(in.readAllBytes());
        } catch (IOException | UnreadableImageException e) {
            throw new IllegalStateException("the test photo %s cannot be read".formatted(name), e);
        }
    }
}
