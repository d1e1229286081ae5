package io.imageseg.server.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Fetchers for tests: they may reach 127.0.0.1, and no time runs out unless the test sets it. */
final class Fetches {
    static final Duration AMPLE = Duration.ofSeconds(30);
    static final FetchLimits LIMITS = limits(AMPLE, AMPLE);
    static final AddressPolicy LOOPBACK = new AddressPolicy(List.of(AddressRange.parse(ScriptedServer.HOST)));
    static final AddressPolicy STRICT = new AddressPolicy(List.of());
    static final int MAX = 1000;

    private Fetches() {}

    static GuardedFetcher fetcher() {
        return fetcher(LIMITS);
    }

    static GuardedFetcher fetcher(FetchLimits limits) {
        return new GuardedFetcher(LOOPBACK, limits, names(Map.of()));
    }

    static FetchLimits limits(Duration silence, Duration total) {
        return new FetchLimits(AMPLE, silence, total, 5, Set.of(80, 443), Set.of());
    }

    static FetchLimits hosts(String... hosts) {
        return new FetchLimits(AMPLE, AMPLE, AMPLE, 5, Set.of(80, 443), Set.of(hosts));
    }

    /** A resolver that knows these names and no others. */
    static GuardedFetcher.Resolver names(Map<String, String> names) {
        return host -> {
            if (!names.containsKey(host)) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.ofLiteral(names.get(host)));
        };
    }

    /** Asserts that a call is refused with a code, and with a sentence that is ours and holds this. */
    static ApiException assertRefused(ThrowingCallable call, ErrorCode code, String part, String... parts) {
        ApiException refusal = catchThrowableOfType(ApiException.class, call);
        assertThat(refusal).as("an ApiException").isNotNull();
        assertThat(refusal.code()).as(refusal.text()).isEqualTo(code);
        assertThat(refusal.isFault()).isFalse();
        assertThat(refusal.text())
                .contains(part)
                .endsWith(".")
                .doesNotContainIgnoringCase("okhttp", "exception", "stream", "socket", "null");
        assertThat(parts).allSatisfy(one -> assertThat(refusal.text()).contains(one));
        return refusal;
    }
}
