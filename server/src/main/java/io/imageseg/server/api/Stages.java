package io.imageseg.server.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the time of one call goes. Used by the one thread that serves the call. */
public final class Stages {
    private final long started = System.nanoTime();
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private String current = "";
    private long since = started;

    /** Ends the stage before and begins another; a name met again goes on adding. */
    public void begin(String stage) {
        end();
        current = stage;
    }

    void end() {
        long now = System.nanoTime();
        if (!current.isEmpty()) {
            nanos.merge(current, now - since, Long::sum);
        }
        current = "";
        since = now;
    }

    /** Milliseconds since the call came. */
    long milliseconds() {
        return (System.nanoTime() - started) / 1_000_000;
    }

    /** {@code read=12 cut=2041 …}, in milliseconds. */
    @Override
    public String toString() {
        return nanos.entrySet().stream()
                .map(stage -> stage.getKey() + "=" + stage.getValue() / 1_000_000)
                .collect(Collectors.joining(" "));
    }
}
