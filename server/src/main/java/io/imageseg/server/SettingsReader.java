package io.imageseg.server;

import io.imageseg.segment.OwnNetworks;
import io.imageseg.server.source.AddressRange;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings from the command line, else the environment, else a YAML file, else their defaults. */
public final class SettingsReader {
    private static final int COMMAND_LINE = 500;
    private static final int ENVIRONMENT = 300;

    private SettingsReader() {}

    /**
     * Reads and checks all settings.
     *
     * @param file a YAML file
     * @param commandLine names such as {@code imageseg.port}, and values
     * @throws IllegalArgumentException if a value is not of its kind or a name under {@code imageseg} is not known
     */
    public static Settings read(Optional<Path> file, Map<String, String> commandLine) throws IOException {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(Settings.class)
                .withSources(new PropertiesConfigSource(commandLine, "command line", COMMAND_LINE))
                .withSources(new EnvConfigSource(System.getenv(), ENVIRONMENT));
        if (file.isPresent()) {
            builder.withSources(new YamlConfigSource(file.get().toUri().toURL()));
        }
        try {
            return check(builder.build().getConfigMapping(Settings.class));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The settings are not right: " + e.getMessage(), e);
        }
    }

    private static Settings check(Settings settings) {
        require("imageseg.port", settings.port(), 0, 65_535);
        require("imageseg.http.least-rate", settings.http().leastRate(), 1, 1_000_000_000);
        require("imageseg.http.connections", settings.http().connections(), 1, 1_000_000);
        require("imageseg.queue.length", settings.queue().length(), 0, 10_000);
        require("imageseg.queue.at-a-time", settings.queue().atATime(), 1, 64);
        require("imageseg.source.redirects", settings.source().redirects(), 0, 20);
        require("imageseg.jobs.waiting", settings.jobs().waiting(), 0, 1_000_000);
        require("imageseg.jobs.threads", settings.jobs().threads(), 1, 64);
        require("imageseg.jobs.attempts", settings.jobs().attempts(), 1, 100);
        settings.rate().perMinute().ifPresent(rate -> require("imageseg.rate.per-minute", rate, 1, 1_000_000));
        require("imageseg.usage.days", settings.usage().days(), 1, 36_500);
        checkBlocks("imageseg.metrics.from", settings.metrics().from());
        requireSession(settings.console().session());
        OwnNetworks _ = NetworkSettings.read(settings.networks(), 1);
        return settings;
    }

    private static void checkBlocks(String name, Optional<Set<String>> blocks) {
        for (String block : blocks.orElse(Set.of())) {
            try {
                AddressRange _ = AddressRange.parse(block);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("%s: %s".formatted(name, e.getMessage()), e);
            }
        }
    }

    private static void requireSession(Duration session) {
        if (session.compareTo(Duration.ofMinutes(1)) < 0 || session.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "imageseg.console.session is %s; it must be PT1M to PT24H".formatted(session));
        }
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d; it must be %d to %d".formatted(name, value, least, most));
        }
    }
}
