package io.imageseg.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInTriesTest {
    private final SignInTries tries =
            new SignInTries(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

    private void fail(int times, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(tries.begin(address)).as(address).isEmpty();
        }
    }

    @Test
    void addressesCountByThemselves() {
        fail(10, "192.0.2.1");
        assertThat(tries.begin("192.0.2.1")).contains(Duration.ofMinutes(5));
        fail(10, "192.0.2.2");
    }

    @Test
    void oneSubscribersAddressesOfIpv6CountTogether() {
        fail(5, "2001:db8:0:1::1");
        fail(5, "2001:db8:0:1:ffff:ffff:ffff:ffff");
        assertThat(tries.begin("2001:db8:0:1::2")).isPresent();
        assertThat(tries.begin("2001:db8:0:2::1")).isEmpty();
    }

    @Test
    void whatSucceededIsTakenBack() {
        for (int i = 0; i < 100; i++) {
            fail(1, "192.0.2.1");
            tries.succeeded("192.0.2.1");
        }
        fail(10, "192.0.2.1");
        assertThat(tries.begin("192.0.2.1")).isPresent();
    }

    @Test
    void beyondTenThousandAddressesNewOnesWait() {
        for (int i = 0; i < 10_000; i++) {
            fail(1, "10.0.%d.%d".formatted(i / 256, i % 256));
        }
        assertThat(tries.begin("192.0.2.1")).contains(Duration.ofMinutes(5));
        fail(9, "10.0.0.0");
        assertThat(tries.begin("10.0.0.0")).isPresent();
    }
}
