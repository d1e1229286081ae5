package io.imageseg.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the server keeps its keys, its database and its results. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the folder of keys, database and results (default: ${DEFAULT-VALUE})",
            defaultValue = "${sys:imageseg.home:-.}/data")
    Path folder = Path.of("data");
}
