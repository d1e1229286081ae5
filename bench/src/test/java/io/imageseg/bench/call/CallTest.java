package io.imageseg.bench.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.bench.photo.Photo;
import io.imageseg.image.Cutout;
import io.imageseg.image.ImageFormat;
import io.imageseg.server.ImagesegServer;
import io.imageseg.server.Settings;
import io.imageseg.server.SettingsReader;
import io.imageseg.server.action.LimitsProfile;
import io.imageseg.server.action.SegmentBody;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of a real server, whose cutter alone is replaced. */
class CallTest {
    @TempDir
    Path data;

    @Test
    void aSignedCallIsAnsweredAndItsResultFetched() throws Exception {
        Key key = Key.in(data);
        Settings settings = SettingsReader.read(
                Optional.empty(), Map.of("imageseg.port", "0", "imageseg.source.allow", "127.0.0.1/32"));
        var action = SegmentBody.of(LimitsProfile.ALIYUN, photo -> Optional.of(green(photo.width(), photo.height())));
        try (PhotoHost host = new PhotoHost();
                ImagesegServer server =
                        new ImagesegServer(settings, data, List.of(action), () -> true, Clock.systemUTC())) {
            ApiClient client = new ApiClient(
                    ApiClient.newHttp(), URI.create("http://127.0.0.1:%d/".formatted(server.port())), key);
            Reply reply = client.call(Call.of("SegmentBody", host.put(photo())));
            assertThat(reply.code()).isEqualTo(Reply.OK);
            BufferedImage cutout = ImageIO.read(
                    new ByteArrayInputStream(client.fetch(reply.results().getFirst())));
            assertThat(cutout.getWidth()).isEqualTo(48);
            Reply missing = client.call(Call.of("SegmentBody", host.nowhere()));
            assertThat(missing.code()).isEqualTo("InvalidImage.Download");
            assertThat(missing.isFault()).isFalse();
            assertThat(missing.results()).isEmpty();
        }
    }

    private static Photo photo() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(48, 32, BufferedImage.TYPE_3BYTE_BGR), "png", file);
        return new Photo("black", 48, 32, ImageFormat.PNG, file.toByteArray());
    }

    private static Cutout green(int width, int height) {
        try (Scalar green = new Scalar(0, 200, 0, 255)) {
            return new Cutout(new Mat(height, width, opencv_core.CV_8UC4, green));
        }
    }
}
