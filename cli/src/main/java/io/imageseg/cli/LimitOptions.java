package io.imageseg.cli;

import io.imageseg.server.api.KeyLimits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a key is limited to. */
final class LimitOptions {
    @Option(
            names = "--actions",
            split = ",",
            paramLabel = "ACTION",
            description = "the only actions it may call, by commas")
    private @Nullable List<String> actions;

    @Option(
            names = "--per-minute",
            paramLabel = "N",
            description = "how often it may call, in place of the server's rate")
    private @Nullable Integer perMinute;

    boolean hasActions() {
        return actions != null;
    }

    boolean hasRate() {
        return perMinute != null;
    }

    KeyLimits limits() {
        return new KeyLimits(
                Optional.ofNullable(actions).map(Set::copyOf),
                perMinute == null ? OptionalInt.empty() : OptionalInt.of(perMinute));
    }
}
