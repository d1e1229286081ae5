package io.imageseg.server.http;

import io.imageseg.server.api.ApiException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Room for the bodies of all calls under way, which are held in memory. Small ones do not count, so that calls which
 * name an address are served whatever others send.
 */
final class BodyRoom {
    static final int SMALL = 64 << 10;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final AtomicLong left;

    /** @param bytes at once */
    BodyRoom(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** One body's part of the room; nothing yet. Used by one thread. */
    Part part() {
        return new Part();
    }

    final class Part implements AutoCloseable {
        private long taken;

        private Part() {}

        /**
         * Makes it so large in all.
         *
         * @throws ApiException ServiceUnavailable
         */
        void growTo(long bytes) {
            long more = bytes - taken;
            if (bytes <= SMALL || more <= 0) {
                return;
            }
            if (left.addAndGet(-more) < 0) {
                left.addAndGet(more);
                throw ApiException.busy(
                        "Too many large bodies are under way; try again in %d s.".formatted(SOON.toSeconds()), SOON);
            }
            taken = bytes;
        }

        @Override
        public void close() {
            left.addAndGet(taken);
            taken = 0;
        }
    }
}
