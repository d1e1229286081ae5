package io.imageseg.server.http;

import java.time.Duration;

/**
 * How long callers may take and how much they may hold.
 *
 * @param patience the longest silence; for a request's head to be complete; and what a body or an answer may take beside
 *     its bytes at the least rate
 * @param leastRate bytes per second
 * @param connections open at once; more wait to be accepted
 * @param bodyBytes of all calls under way; bodies of up to 64 KiB do not count
 */
public record HttpLimits(Duration patience, int leastRate, int connections, long bodyBytes) {
    /** For what a few callers of good will send. */
    public static final HttpLimits GENEROUS = new HttpLimits(Duration.ofSeconds(30), 4096, 1000, 256L << 20);

    public HttpLimits {
        if (patience.compareTo(Duration.ofMillis(1)) < 0 || leastRate < 1 || connections < 1 || bodyBytes < 0) {
            throw new IllegalArgumentException("limits of HTTP must be positive");
        }
    }

    /** How long a caller may be waited for who takes or sends so many bytes. */
    Duration patienceFor(long bytes) {
        return patience.plusMillis(bytes * 1000 / leastRate);
    }
}
