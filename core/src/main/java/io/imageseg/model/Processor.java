package io.imageseg.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** What this machine's processor can do, as Linux says. */
final class Processor {
    private static final Path FEATURES = Path.of("/proc/cpuinfo");

    private Processor() {}

    /** A name of all its instruction sets together; empty where the system does not list them. */
    static Optional<String> features() {
        try (Stream<String> lines = Files.lines(FEATURES)) {
            return lines.filter(line -> line.matches("(flags|Features)\\s*:.*"))
                    .findFirst()
                    .map(Processor::name);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String name(String features) {
        CRC32C sum = new CRC32C();
        sum.update(features.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
