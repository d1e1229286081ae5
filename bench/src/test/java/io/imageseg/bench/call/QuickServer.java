package io.imageseg.bench.call;

import io.imageseg.image.Cutout;
import io.imageseg.server.ImagesegServer;
import io.imageseg.server.Settings;
import io.imageseg.server.SettingsReader;
import io.imageseg.server.action.LimitsProfile;
import io.imageseg.server.action.SegmentBody;
import io.imageseg.server.action.SegmentCommonImage;
import io.imageseg.server.api.Action;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** The server as it is, with two actions whose cutters take all of a photo for the subject, and nobody for a person. */
public final class QuickServer implements AutoCloseable {
    private final ImagesegServer server;
    private final Key key;

    public QuickServer(Path data) throws IOException, InterruptedException {
        key = Key.in(data);
        Settings settings = SettingsReader.read(
                Optional.empty(), Map.of("imageseg.port", "0", "imageseg.source.allow", "127.0.0.1/32"));
        List<Action> actions = List.of(
                SegmentCommonImage.of(LimitsProfile.ALIYUN, photo -> Optional.of(green(photo.width(), photo.height()))),
                SegmentBody.of(LimitsProfile.ALIYUN, _ -> Optional.empty()));
        server = new ImagesegServer(settings, data, actions, () -> true, Clock.systemUTC());
    }

    private static Cutout green(int width, int height) {
        try (Scalar green = new Scalar(0, 200, 0, 255)) {
            return new Cutout(new Mat(height, width, opencv_core.CV_8UC4, green));
        }
    }

    public ApiClient client() {
        URI address = URI.create("http://127.0.0.1:%d/".formatted(server.port()));
        return new ApiClient(ApiClient.newHttp(), address, key);
    }

    @Override
    public void close() {
        server.close();
    }
}
