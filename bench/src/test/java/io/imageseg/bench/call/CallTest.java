package io.imageseg.bench.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.bench.photo.Photo;
import io.imageseg.bench.photo.Photos;
import io.imageseg.image.ImageFormat;
import io.imageseg.image.ImageHeader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallTest {
    @TempDir
    Path data;

    @Test
    void aSignedCallIsAnsweredAndItsResultFetched() throws Exception {
        Photo photo = Photos.of(Optional.empty()).scaled("coffee", 48, 32, ImageFormat.JPEG);
        try (PhotoHost host = new PhotoHost();
                QuickServer server = new QuickServer(data)) {
            Reply reply = server.client().call(Call.of("SegmentCommonImage", host.put(photo)));
            assertThat(reply.code()).isEqualTo(Reply.OK);
            ImageHeader cutout =
                    ImageHeader.of(server.client().fetch(reply.results().getFirst()));
            assertThat(cutout.format()).isEqualTo(ImageFormat.PNG);
            assertThat(cutout.width()).isEqualTo(48);
        }
    }

    @Test
    void aRefusalIsAnAnswer() throws Exception {
        try (PhotoHost host = new PhotoHost();
                QuickServer server = new QuickServer(data)) {
            Reply missing = server.client().call(Call.of("SegmentCommonImage", host.nowhere()));
            assertThat(missing.code()).isEqualTo("InvalidImage.Download");
            assertThat(missing.results()).isEmpty();
        }
    }
}
