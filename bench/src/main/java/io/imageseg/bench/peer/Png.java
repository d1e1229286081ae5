package io.imageseg.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file must be to count as a cutout. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int SHOWN = 200;

    private Png() {}

    /** @throws IOException if it is no PNG; shows how it begins */
    static byte[] check(String whose, byte[] file) throws IOException {
        if (file.length < SIGNATURE.length
                || !Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            String begins = new String(file, 0, Math.min(SHOWN, file.length), StandardCharsets.UTF_8);
            throw new IOException("%s answered no PNG but: %s".formatted(whose, begins));
        }
        return file;
    }
}
