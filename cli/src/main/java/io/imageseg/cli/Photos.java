package io.imageseg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Parameters;

/** The photos that a command works on: files, and the files of folders in the order of their names. */
final class Photos {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "photos, or folders of photos")
    private List<Path> inputs = List.of();

    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                try (Stream<Path> inside = Files.list(input)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            } else {
                files.add(input);
            }
        }
        return files;
    }
}
