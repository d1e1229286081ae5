package io.imageseg.cli;

import io.imageseg.server.Settings;
import io.imageseg.server.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where settings come from; shared by the commands that cut. */
final class ConfigOption {
    @Option(names = "--config", paramLabel = "FILE", description = "settings in YAML")
    private @Nullable Path config;

    /**
     * All settings.
     *
     * @param commandLine names such as {@code imageseg.port}, and values
     * @throws IllegalArgumentException if one is not right; the message names it
     */
    Settings read(Map<String, String> commandLine) throws IOException {
        return SettingsReader.read(Optional.ofNullable(config), commandLine);
    }
}
