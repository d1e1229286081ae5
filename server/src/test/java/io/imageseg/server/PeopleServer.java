package io.imageseg.server;

import io.imageseg.image.Box;
import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.segment.FaceParse;
import io.imageseg.server.action.LimitsProfile;
import io.imageseg.server.action.ParseFace;
import io.imageseg.server.action.SegmentBody;
import io.imageseg.server.action.SegmentFace;
import io.imageseg.server.action.SegmentFurniture;
import io.imageseg.server.action.SegmentHair;
import io.imageseg.server.action.SegmentHead;
import io.imageseg.server.action.SegmentVehicle;
import io.imageseg.server.api.CallListener;
import io.imageseg.server.api.Caller;
import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.api.Service;
import io.imageseg.server.api.Work;
import io.imageseg.server.http.CallRoute;
import io.imageseg.server.http.Endpoint;
import io.imageseg.server.http.HttpLimits;
import io.imageseg.server.http.Listener;
import io.imageseg.server.http.Origin;
import io.imageseg.server.job.InferenceGate;
import io.imageseg.server.result.ResultFolder;
import io.imageseg.server.result.SignedUrls;
import io.imageseg.server.source.AddressPolicy;
import io.imageseg.server.source.AddressRange;
import io.imageseg.server.source.FetchLimits;
import io.imageseg.server.source.GuardedFetcher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * The actions about people and things, over HTTP, with functions in the place of the networks. Every caller is let in. Bodies are
 * whole pictures; heads and things are two green boxes unless {@link #nobody} is set; faces are parsed as {@link #parse} says.
 */
final class PeopleServer implements AutoCloseable {
    static final Box FIRST = new Box(8, 4, 20, 30);
    static final Box SECOND = new Box(60, 10, 12, 16);

    volatile boolean nobody;
    volatile Function<Picture, FaceParse> parse = _ -> new FaceParse.NoFace();

    private final Path folder;
    private final GuardedFetcher fetcher;
    private final Listener listener;
    private final int port;

    PeopleServer(Path data) throws IOException {
        this(data, LimitsProfile.ALIYUN);
    }

    PeopleServer(Path data, LimitsProfile limits) throws IOException {
        folder = data.resolve("results");
        SignedUrls urls = new SignedUrls(new byte[32], Clock.systemUTC());
        ResultFolder results = new ResultFolder(folder, urls, Clock.systemUTC());
        Duration patience = Duration.ofSeconds(20);
        fetcher = new GuardedFetcher(
                new AddressPolicy(List.of(AddressRange.parse("127.0.0.1/32"))),
                new FetchLimits(patience, patience, patience, 3, Set.of(), Set.of()),
                GuardedFetcher.Resolver.SYSTEM);
        Service service = new Service(
                _ -> new Caller("anybody", true, KeyLimits.NONE),
                List.of(
                        SegmentBody.of(limits, photo -> nobody ? Optional.empty() : Optional.of(green(photo.box()))),
                        SegmentHead.of(limits, _ -> boxes()),
                        SegmentFace.of(limits, _ -> boxes()),
                        SegmentHair.of(limits, _ -> boxes()),
                        ParseFace.of(limits, photo -> parse.apply(photo)),
                        SegmentVehicle.of(limits, _ -> boxes()),
                        SegmentFurniture.of(limits, _ -> boxes())),
                new Work((address, _, maxBytes) -> fetcher.fetch(address, maxBytes), results),
                new InferenceGate(4, patience, CallListener.NONE),
                (_, _) -> {
                    throw new AssertionError("no job is expected");
                },
                (_, _) -> {},
                (_, _, _) -> {},
                CallListener.NONE);
        CallRoute calls = new CallRoute(service, new Origin(Optional.empty()), HttpLimits.GENEROUS);
        listener = new Listener(
                new Endpoint("127.0.0.1", 0, Optional.empty()),
                HttpLimits.GENEROUS,
                calls,
                calls,
                calls,
                results,
                Optional.empty(),
                () -> true,
                List.of());
        port = listener.start();
    }

    private List<PlacedCutout> boxes() {
        return nobody ? List.of() : List.of(placed(FIRST, .98765), placed(SECOND, .5));
    }

    static PlacedCutout placed(Box place, double confidence) {
        return new PlacedCutout(place, green(place), confidence);
    }

    private static Cutout green(Box box) {
        try (Scalar green = new Scalar(0, 200, 0, 255)) {
            return new Cutout(new Mat(box.height(), box.width(), opencv_core.CV_8UC4, green));
        }
    }

    RpcCall call(String action) {
        return new RpcCall(URI.create("http://127.0.0.1:" + port + "/"), "id", "secret", Clock.systemUTC(), action);
    }

    /** Names of all that lies in the results folder. */
    List<String> results() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public void close() {
        listener.close();
        fetcher.close();
    }
}
