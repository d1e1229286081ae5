package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.sumElems;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;

import io.imageseg.RedIsSalient;
import io.imageseg.detect.ThingDetector;
import io.imageseg.image.Picture;
import io.imageseg.image.PlacedCutout;
import io.imageseg.model.GeneratedNetwork;
import io.imageseg.model.ModelException;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.own.ThingClasses;
import io.imageseg.own.ThingFormat;
import io.imageseg.own.ThingFormat.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated networks in a whole {@link Segmentation}, on two discs of radius 60 on green: a red one and a blue one. */
class NetworkThingsTest {
    private static final int SIDE = 64;
    private static final int SIZE = 512;
    private static final int RADIUS = 60;
    private static final Point RED = new Point(130, 130);
    private static final Point BLUE = new Point(330, 330);

    @TempDir
    Path folder;

    private static Picture picture() {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat(SIZE, SIZE, CV_8UC3, new Scalar(0, 200, 0, 0));
            circle(rgb, RED, RADIUS, new Scalar(255, 0, 0, 0), FILLED, 0, 0);
            circle(rgb, BLUE, RADIUS, new Scalar(0, 0, 255, 0), FILLED, 0, 0);
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    @Test
    void eachPieceOfASemanticNetworksClassIsAThingOfItsKindAlone() throws Exception {
        try (Segmentation segmentation = open(semantic(), Kind.SEMANTIC, "car=1", "lamp=2");
                Picture picture = picture();
                PlacedCutout car = only(segmentation.cutVehicles(picture));
                PlacedCutout lamp = only(segmentation.cutFurniture(picture))) {
            assertIsDisc(car, RED);
            assertIsDisc(lamp, BLUE);
            assertThat(car.confidence()).isGreaterThan(.99);
        }
    }

    @Test
    void masksOfCoarsePrototypesTakeThePhotosEdgesAndThingsTheNetworksScores() throws Exception {
        float[] discs = {16.3f, 41.3f, 16.3f, 41.3f, 15, 15, 15, 15, .7f, .9f, 1, 1};
        GeneratedNetwork network = prototypes(discs, 2);
        try (Segmentation segmentation = open(network, Kind.INSTANCES, "car=0");
                Picture picture = picture()) {
            List<PlacedCutout> cars = segmentation.cutVehicles(picture);
            assertThat(cars).extracting(PlacedCutout::confidence).containsExactlyInAnyOrder((double) .7f, (double) .9f);
            cars.forEach(car -> assertIsDisc(car, car.confidence() < .8 ? RED : BLUE));
            cars.forEach(PlacedCutout::close);
        }
    }

    @Test
    void whatTwoClassesClaimIsGivenOnceToTheSurer() throws Exception {
        GeneratedNetwork network = new GeneratedNetwork(SIDE)
                .constant("boxes", new float[] {8, 8, 25, 25, 8.75f, 8.75f, 23.75f, 23.75f}, 2, 4)
                .constant("scores", new float[] {.6f, .8f}, 2)
                .constant("labels", new long[] {2, 7}, 2)
                .constant("masks", discs(28), 2, 1, 28, 28);
        try (Segmentation segmentation = open(network, Kind.INSTANCES, "car=2", "truck=7");
                Picture picture = picture();
                PlacedCutout truck = only(segmentation.cutVehicles(picture))) {
            assertThat(truck.confidence()).isEqualTo((double) .8f);
            assertIsDisc(truck, RED);
        }
    }

    @Test
    void noMoreThanTheDocumentedNumberOfThingsIsGiven() throws Exception {
        int count = 16;
        float[] candidates = new float[6 * count];
        for (int i = 0; i < count; i++) {
            candidates[i] = 8 + 16 * (i % 4);
            candidates[count + i] = 8 + 16 * (i / 4);
            candidates[2 * count + i] = 12;
            candidates[3 * count + i] = 12;
            candidates[4 * count + i] = .5f + .01f * i;
            candidates[5 * count + i] = 1;
        }
        GeneratedNetwork network = new GeneratedNetwork(SIDE)
                .constant("candidates", candidates, 1, 6, count)
                .convolution("prototypes", new float[1][3], 20);
        try (Segmentation segmentation = open(network, Kind.INSTANCES, "car=0");
                Picture picture = picture()) {
            List<PlacedCutout> cars = segmentation.cutVehicles(picture);
            assertThat(cars).hasSize(ThingDetector.MOST).allMatch(car -> car.confidence() > .535);
            cars.forEach(PlacedCutout::close);
        }
    }

    @Test
    void aNetworkOfAnotherFormIsToldOfBeforeAnyRequest() throws Exception {
        BlockingQueue<ModelException> failures = new LinkedBlockingQueue<>();
        try (Segmentation segmentation = open(semantic(), Kind.INSTANCES, "car=0")) {
            segmentation.whenBroken(failures::add);
            ModelException failure = Objects.requireNonNull(failures.poll(30, TimeUnit.SECONDS), "nothing was told");
            assertThat(failure)
                    .hasMessageStartingWith("the network things.onnx does not fit its settings: its outputs are logits")
                    .hasMessageContaining("they must be boxes [N,4], scores [N], labels [N] and masks");
            assertThat(segmentation.isReady()).isFalse();
        }
    }

    @Test
    void leavesNoNativeMemoryBehind() throws Exception {
        try (Segmentation segmentation = open(semantic(), Kind.SEMANTIC, "car=1", "bus=2");
                Picture picture = picture()) {
            segmentation.cutVehicles(picture).forEach(PlacedCutout::close);
            long before = Pointer.totalBytes();
            segmentation.cutVehicles(picture).forEach(PlacedCutout::close);
            assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
        }
    }

    /** Two masks of a disc that fills its box. */
    private static float[] discs(int side) {
        float[] masks = new float[2 * side * side];
        for (int i = 0; i < masks.length; i++) {
            double x = i % side + .5 - side / 2.0;
            double y = i / side % side + .5 - side / 2.0;
            masks[i] = Math.hypot(x, y) < side / 2.0 ? 1 : 0;
        }
        return masks;
    }

    /** Classes of green, red and blue, in this order. */
    private static GeneratedNetwork semantic() {
        float[][] weights = {{0, 15, 0}, {15, 0, 0}, {0, 0, 15}};
        return new GeneratedNetwork(SIDE).convolution("logits", weights, 0, 0, 0);
    }

    /** One prototype, of all that is not green. */
    private static GeneratedNetwork prototypes(float[] candidates, int count) {
        return new GeneratedNetwork(SIDE)
                .constant("candidates", candidates, 1, candidates.length / count, count)
                .convolution("prototypes", new float[][] {{0, -50, 0}}, 20);
    }

    private Segmentation open(GeneratedNetwork network, Kind kind, String... classes) throws Exception {
        Path file = network.write(folder.resolve("things.onnx"));
        ThingFormat format = ThingFormat.of(kind, ThingClasses.parse(List.of(classes)));
        return new Segmentation(
                Networks.bundledWith(RedIsSalient::new, 1),
                new OwnNetworks(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new OwnNetwork<>("things.onnx", () -> new OnnxRuntimeNetwork(file, 1), format))));
    }

    private static PlacedCutout only(List<PlacedCutout> found) {
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** To less than the 8 pixels that a cell of the network's mask has. */
    private static void assertIsDisc(PlacedCutout cutout, Point centre) {
        assertThat(cutout.place().x()).isCloseTo(centre.x() - RADIUS, within(7));
        assertThat(cutout.place().y()).isCloseTo(centre.y() - RADIUS, within(7));
        try (PointerScope _ = new PointerScope()) {
            Mat alpha = new Mat();
            extractChannel(cutout.cutout().rgba(), alpha, 3);
            double area = sumElems(alpha).get(0) / 255;
            assertThat(area).isCloseTo(Math.PI * RADIUS * RADIUS, withinPercentage(3));
        }
    }
}
