package io.imageseg.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** CRC-32C of a whole file, by which its content is known again. */
final class Checksum {
    private static final long SLICE = 1 << 26;

    private Checksum() {}

    static long of(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file)) {
            MemorySegment content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            CRC32C sum = new CRC32C();
            for (long at = 0; at < content.byteSize(); at += SLICE) {
                sum.update(content.asSlice(at, Math.min(SLICE, content.byteSize() - at))
                        .asByteBuffer());
            }
            return sum.getValue();
        }
    }
}
