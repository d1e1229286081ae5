package io.imageseg.server.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.server.FullDisk;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ResultFolderTest {
    @Test
    void ofAResultForWhichThereIsNoRoomNothingIsLeft() throws Exception {
        Clock clock = Clock.systemUTC();
        try (FullDisk disk = new FullDisk()) {
            ResultFolder results = new ResultFolder(disk.folder(), new SignedUrls(new byte[32], clock), clock);
            assertThatThrownBy(() -> results.store(new byte[1 << 20], "http://127.0.0.1"))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_TRANSFERRED))
                    .hasMessageContaining("could not be stored");
            assertThat(disk.files()).isEmpty();
            disk.clear();
            assertThat(results.store(new byte[1 << 20], "http://127.0.0.1")).startsWith("http://127.0.0.1/results/");
            assertThat(disk.files()).hasSize(1);
        }
    }
}
