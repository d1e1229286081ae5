package io.imageseg.server.source;

import static io.imageseg.server.source.Fetches.AMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchLimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "img.example.com", "a.b.example.com"})
    void allowsAConfiguredHostAndItsSubdomains(String host) {
        assertThat(Fetches.hosts("Example.COM").allows(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "badexample.com", "example.com.evil.org", "com", "example.com.", ""})
    void allowsNoOther(String host) {
        assertThat(Fetches.hosts("example.com").allows(host)).isFalse();
    }

    @Test
    void allowsEveryHostWhereNoneIsConfigured() {
        assertThat(Fetches.hosts().allows("anything.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S"})
    void refusesTimesThatWouldMeanNoLimit(String text) {
        Duration time = Duration.parse(text);
        assertThatThrownBy(() -> new FetchLimits(time, AMPLE, AMPLE, 5, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connect");
        assertThatThrownBy(() -> new FetchLimits(AMPLE, time, AMPLE, 5, Set.of(), Set.of()))
                .hasMessageContaining("silence");
        assertThatThrownBy(() -> new FetchLimits(AMPLE, AMPLE, time, 5, Set.of(), Set.of()))
                .hasMessageContaining("total");
        assertThatThrownBy(() -> new FetchLimits(AMPLE, AMPLE, AMPLE, -1, Set.of(), Set.of()))
                .hasMessageContaining("redirects");
    }
}
