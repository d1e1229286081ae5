package io.imageseg.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Caller;
import io.imageseg.server.api.Description;
import io.imageseg.server.api.Immediate;
import io.imageseg.server.api.KeyLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class KeyRatesTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final KeyRates rates = new KeyRates(OptionalInt.of(6), clock());

    /** Of these a key may make sixty a minute then. */
    private record Asks(String name) implements Immediate {
        @Override
        public Description description() {
            throw new AssertionError("a rate needs no description");
        }

        @Override
        public Object respond(ApiCall call, Caller caller) {
            return this;
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private void take(String key) {
        rates.take(new Caller(key, true, KeyLimits.NONE), new Asks("Asks"));
    }

    @Test
    void keysThatRestTakeNoMemory() {
        for (int i = 0; i < 1000; i++) {
            take("key" + i);
        }
        rates.sweep();
        assertThat(rates.size()).as("none has been refilled").isEqualTo(1000);
        now = now.plusSeconds(1);
        take("key0");
        rates.sweep();
        assertThat(rates.size()).as("the one that called again").isEqualTo(1);
    }

    @Test
    void whatIsForgottenWasFull() {
        for (int i = 0; i < 60; i++) {
            take("key");
        }
        rates.sweep();
        assertThatThrownBy(() -> take("key")).isInstanceOf(ApiException.class).hasMessageContaining("again in 1 s");
    }
}
