package io.imageseg.server.metrics;

import io.imageseg.server.api.CallListener;
import io.imageseg.server.api.EndedCall;
import java.time.Duration;
import java.util.List;

/** Several that hear the same. */
record AllListeners(List<CallListener> listeners) implements CallListener {
    @Override
    public void began() {
        listeners.forEach(CallListener::began);
    }

    @Override
    public void ended(EndedCall call) {
        listeners.forEach(listener -> listener.ended(call));
    }

    @Override
    public void refused() {
        listeners.forEach(CallListener::refused);
    }

    @Override
    public void turnCame(Duration waited) {
        listeners.forEach(listener -> listener.turnCame(waited));
    }

    @Override
    public void turnMissed(Duration waited) {
        listeners.forEach(listener -> listener.turnMissed(waited));
    }

    @Override
    public void jobBegan(Duration waited) {
        listeners.forEach(listener -> listener.jobBegan(waited));
    }

    @Override
    public void jobEnded(EndedCall attempt, String status) {
        listeners.forEach(listener -> listener.jobEnded(attempt, status));
    }

    @Override
    public void fetched(long bytes) {
        listeners.forEach(listener -> listener.fetched(bytes));
    }
}
