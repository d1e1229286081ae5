package io.imageseg.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.server.api.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, 127, 0.0.1:8080",
        "https://images.example.com, images, example.com",
        "http://localhost:8080, 127, 0.0.1:8080",
        "http://LOCALHOST, 127, 0.0.1",
        "http://imageseg:8080, imageseg, :8080",
        "http://imageseg, imageseg, :80",
        "https://imageseg, imageseg, :443",
        "http://[::1]:8080, [0000:0000:0000:0000:0000:0000:0, 0.0.1]:8080",
        "https://[2001:db8::c000:221], [2001:0db8:0000:0000:0000:0000:192, 0.2.33]"
    })
    void splitsTheHostAtADotThatIsAlwaysThere(String origin, String bucket, String endpoint) {
        assertThat(BucketAddress.of(origin)).isEqualTo(new BucketAddress(bucket, endpoint));
    }

    @Test
    void refusesWhatIsNoHost() {
        assertThatThrownBy(() -> BucketAddress.of("http://[here]:8080"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("by a name or an address");
    }
}
