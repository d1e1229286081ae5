package io.imageseg.server.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where the time of one call goes. Used by the one thread that serves the call. */
public final class Stages {
    private final long started = System.nanoTime();
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private final Consumer<String> listener;
    private String current = "";
    private long since = started;

    public Stages() {
        this(_ -> {});
    }

    /** @param listener is told of each stage when it begins */
    Stages(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Ends the stage before and begins another; a name met again goes on adding. */
    public void begin(String stage) {
        end();
        current = stage;
        listener.accept(stage);
    }

    private void end() {
        long now = System.nanoTime();
        if (!current.isEmpty()) {
            nanos.merge(current, now - since, Long::sum);
        }
        current = "";
        since = now;
    }

    /** Since the call came. */
    Duration took() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** How long each stage that has ended took, in their order. */
    Map<String, Duration> durations() {
        Map<String, Duration> durations = new LinkedHashMap<>();
        nanos.forEach((stage, took) -> durations.put(stage, Duration.ofNanos(took)));
        return durations;
    }

    /**
     * The call as it is now that it is over with; ends the last stage.
     *
     * @param action a known one, or {@code -}
     */
    public EndedCall ended(String action, String code, int status, boolean async) {
        end();
        return new EndedCall(action, code, status, async, took(), durations());
    }

    /** {@code read=12 cut=2041 …}, in milliseconds. */
    @Override
    public String toString() {
        return nanos.entrySet().stream()
                .map(stage -> stage.getKey() + "=" + stage.getValue() / 1_000_000)
                .collect(Collectors.joining(" "));
    }
}
