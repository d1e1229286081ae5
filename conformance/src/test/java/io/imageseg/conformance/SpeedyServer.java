package io.imageseg.conformance;

import io.imageseg.cli.setup.SelfSignedCertificate;
import io.imageseg.face.FacePart;
import io.imageseg.image.Box;
import io.imageseg.image.Cutout;
import io.imageseg.image.PlacedCutout;
import io.imageseg.segment.FaceParse;
import io.imageseg.server.ImagesegServer;
import io.imageseg.server.Settings;
import io.imageseg.server.SettingsReader;
import io.imageseg.server.action.LimitsProfile;
import io.imageseg.server.action.ParseFace;
import io.imageseg.server.action.RefineMask;
import io.imageseg.server.action.SegmentBody;
import io.imageseg.server.action.SegmentCommodity;
import io.imageseg.server.action.SegmentCommonImage;
import io.imageseg.server.action.SegmentFace;
import io.imageseg.server.action.SegmentFurniture;
import io.imageseg.server.action.SegmentHair;
import io.imageseg.server.action.SegmentHead;
import io.imageseg.server.action.SegmentVehicle;
import io.imageseg.server.api.Action;
import io.imageseg.server.auth.AccessKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * The server as it is, on a free port of the loopback interface, with all its actions; only what they ask of networks is
 * answered at once: there are two things, heads and the like in every photo, and masks need no refinement.
 */
final class SpeedyServer implements AutoCloseable {
    static final Box FIRST = new Box(8, 4, 20, 30);
    static final Box SECOND = new Box(60, 10, 12, 16);

    private final MovableClock clock = new MovableClock();
    private final ImagesegServer server;
    private final AccessKey key;

    /** @param certificates takes a certificate and its key: some clients send files by TLS alone */
    SpeedyServer(Path data, Path certificates) throws IOException, InterruptedException {
        Path certificate = certificates.resolve("certificate.pem");
        Path privateKey = certificates.resolve("private-key.pem");
        new SelfSignedCertificate(List.of("127.0.0.1")).write(certificate, privateKey);
        Settings settings = SettingsReader.read(
                Optional.empty(),
                Map.of(
                        "imageseg.port",
                        "0",
                        "imageseg.source.allow",
                        "127.0.0.1/32",
                        "imageseg.tls.certificate",
                        certificate.toString(),
                        "imageseg.tls.private-key",
                        privateKey.toString()));
        server = new ImagesegServer(settings, data, actions(settings.limits()), () -> true, clock);
        key = server.keys().create();
    }

    private static List<Action> actions(LimitsProfile limits) {
        return List.of(
                SegmentBody.of(limits, photo -> Optional.of(green(photo.box()))),
                SegmentCommodity.of(limits, photo -> Optional.of(green(photo.box()))),
                SegmentCommonImage.of(limits, photo -> Optional.of(green(photo.box()))),
                SegmentHead.of(limits, _ -> two()),
                SegmentFace.of(limits, _ -> two()),
                SegmentHair.of(limits, _ -> two()),
                SegmentVehicle.of(limits, _ -> two()),
                SegmentFurniture.of(limits, _ -> two()),
                ParseFace.of(limits, _ -> new FaceParse.Parts(parts())),
                RefineMask.of(limits, (photo, mask) -> mask.resized(photo.width(), photo.height())));
    }

    private static List<PlacedCutout> two() {
        return List.of(placed(FIRST), placed(SECOND));
    }

    private static Map<FacePart, PlacedCutout> parts() {
        return new EnumMap<>(Map.of(FacePart.SKIN, placed(FIRST), FacePart.NOSE, placed(SECOND)));
    }

    private static PlacedCutout placed(Box place) {
        return new PlacedCutout(place, green(place), .9);
    }

    private static Cutout green(Box box) {
        try (Scalar green = new Scalar(0, 200, 0, 255)) {
            return new Cutout(new Mat(box.height(), box.width(), opencv_core.CV_8UC4, green));
        }
    }

    /** Host and port. */
    String authority() {
        return "127.0.0.1:" + server.port();
    }

    int port() {
        return server.port();
    }

    AccessKey key() {
        return key;
    }

    /** The server's clock. */
    MovableClock clock() {
        return clock;
    }

    @Override
    public void close() {
        server.close();
    }
}
