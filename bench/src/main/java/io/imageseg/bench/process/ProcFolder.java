package io.imageseg.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Linux says of processes and processor, in {@code /proc} (proc(5)). */
public record ProcFolder(Path folder) {
    /** This machine's. */
    public static final ProcFolder OF_SYSTEM = new ProcFolder(Path.of("/proc"));

    /**
     * What a process takes, and those that it started.
     *
     * @throws IOException if the process is gone, or there is no such folder on this system
     */
    public Footprint footprint(ProcessHandle process) throws IOException {
        Footprint sum = footprint(process.pid());
        for (ProcessHandle descendant : process.descendants().toList()) {
            try {
                sum = sum.and(footprint(descendant.pid()));
            } catch (NoSuchFileException _) {
                // Ended in the meantime.
            }
        }
        return sum;
    }

    Footprint footprint(long pid) throws IOException {
        Path process = folder.resolve(Long.toString(pid));
        List<String> status = Files.readAllLines(process.resolve("status"));
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return new Footprint(number(status, "VmRSS"), (int) open.count(), (int) number(status, "Threads"));
        }
    }

    private static long number(List<String> status, String name) throws IOException {
        String value = value(status, name).orElseThrow(() -> new IOException("the status has no " + name));
        return Long.parseLong(value.replaceFirst(" kB$", ""));
    }

    /** The first processor's name and those of its flags that say how fast networks run. */
    public Processor processor() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("cpuinfo"));
        return Processor.of(
                value(lines, "model name").orElse("unknown"),
                value(lines, "flags").orElse(""));
    }

    private static Optional<String> value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.replaceFirst("\\s*:.*", "").equals(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }
}
