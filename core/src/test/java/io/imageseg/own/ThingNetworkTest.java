package io.imageseg.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.imageseg.image.MaskGrid;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import io.imageseg.model.GeneratedNetwork;
import io.imageseg.model.Network;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.own.ThingFormat.Fit;
import io.imageseg.own.ThingFormat.Frame;
import io.imageseg.own.ThingFormat.Kind;
import io.imageseg.own.ThingFormat.MaskPlace;
import io.imageseg.own.ThingFormat.OutputRole;
import io.imageseg.own.ThingName.Group;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read of networks of 64×64 that see a photo of 128×64: a red thing from 20, 10 to 60, 40 and a blue one from 80,
 * 30 to 110, 60, on green. Letterboxed it lies between the rows 16 and 48 at half its size.
 */
class ThingNetworkTest {
    private static final int SIDE = 64;
    private static final ThingClasses CLASSES = ThingClasses.parse(List.of("car=2", "bus=1", "chair=0"));
    private static final ThingFormat INSTANCES = ThingFormat.of(Kind.INSTANCES, CLASSES);
    private static final Region RED = new Region(20, 10, 60, 40);

    /** Red stands out: about 1 after a sigmoid, else about 0. */
    private static final float[][] RED_PROTOTYPE = {{40, 0, 0}};

    @TempDir
    Path folder;

    private static Picture picture() {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat(64, 128, CV_8UC3, new Scalar(0, 255, 0, 0));
            new Mat(rgb, new Rect(20, 10, 40, 30)).put(new Scalar(255, 0, 0, 0));
            new Mat(rgb, new Rect(80, 30, 30, 30)).put(new Scalar(0, 0, 255, 0));
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    /** Columns of cx, cy, w, h, three classes, one coefficient: the red thing twice, and one that is not sure. */
    private static float[] candidates() {
        return new float[] {
            20, 20.4f, 47, //
            28.5f, 28.5f, 38, //
            20, 20, 15, //
            15, 15, 15, //
            .1f, .1f, .1f, //
            .2f, .1f, .3f, //
            .9f, .8f, .1f, //
            1, 1, 1
        };
    }

    private GeneratedNetwork yolo() {
        return new GeneratedNetwork(SIDE)
                .constant("output0", candidates(), 1, 8, 3)
                .convolution("output1", RED_PROTOTYPE, -20);
    }

    @Test
    void candidatesWithPrototypesAreThingsOnceEachWithAMaskInTheirBox() throws Exception {
        List<FoundThing> found = find(yolo(), INSTANCES, Group.VEHICLES);
        assertThat(found).hasSize(1);
        FoundThing car = found.getFirst();
        assertThat(car.name()).isEqualTo(ThingName.CAR);
        assertThat(car.score()).isCloseTo(.9, within(1e-6));
        assertThat(car.box().overlap(RED)).isGreaterThan(.9);
        assertThat(covered(car.mask()).overlap(RED)).isGreaterThan(.9);
        assertThat(find(yolo(), INSTANCES, Group.FURNITURE)).isEmpty();
    }

    @Test
    void rowsOfWhatAYoloHasSiftedItselfAreReadToo() throws Exception {
        float[] rows = {10, 21, 30, 36, .7f, 2, 1, 40, 30, 55, 46, .1f, 2, 1};
        GeneratedNetwork network = new GeneratedNetwork(SIDE)
                .constant("output0", rows, 1, 2, 7)
                .convolution("output1", RED_PROTOTYPE, -20);
        List<FoundThing> found = find(network, INSTANCES, Group.VEHICLES);
        assertThat(found).extracting(FoundThing::score).containsExactly((double) .7f);
        assertThat(found.getFirst().box().overlap(RED)).isGreaterThan(.95);
    }

    @Test
    void boxesWithMasksArePastedIntoTheirBoxes() throws Exception {
        float[] left = {1, 1, 0, 0, 1, 1, 0, 0};
        GeneratedNetwork network = endToEnd(new float[] {10, 21, 30, 36, 40, 31, 55, 46}, left, 2, 1, 2, 2);
        List<FoundThing> found = find(network, INSTANCES, Group.VEHICLES);
        assertThat(found).extracting(FoundThing::name).containsExactly(ThingName.BUS, ThingName.CAR);
        assertThat(found.getLast().mask().extent()).isEqualTo(new Region(20, 10, 60, 40));
        assertThat(found.getLast().mask().values()).containsExactly(1, 1, 0, 0);
    }

    @Test
    void masksOfTheWholeInputAreCutAtTheirBoxes() throws Exception {
        float[] all = new float[2 * SIDE * SIDE];
        java.util.Arrays.fill(all, 1);
        GeneratedNetwork network = endToEnd(new float[] {10, 21, 30, 36, 40, 31, 55, 46}, all, 1, 2, SIDE, SIDE);
        List<FoundThing> found = find(network, INSTANCES, Group.VEHICLES);
        assertThat(covered(found.getLast().mask()).overlap(RED)).isGreaterThan(.99);
    }

    @Test
    void outputsMayBeNamedAndMasksSaidToCoverTheInput() throws Exception {
        float[] quarters = {0, 1, 0, 0};
        GeneratedNetwork network = new GeneratedNetwork(SIDE)
                .constant("a", new float[] {0, 16, 64, 48}, 1, 4)
                .constant("b", new float[] {.8f}, 1)
                .constant("c", new long[] {2}, 1)
                .constant("d", quarters, 1, 1, 2, 2);
        assertThatThrownBy(() -> find(network, INSTANCES, Group.VEHICLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "its outputs are a [1, 4], b [1], c [1], d [1, 1, 2, 2]; they must be boxes [N,4]");
        ThingFormat named = new ThingFormat(
                Kind.INSTANCES,
                CLASSES,
                PixelFormat.PLAIN,
                new Frame(Fit.STRETCH, SIDE),
                .5,
                Map.of(OutputRole.BOXES, "a", OutputRole.SCORES, "b", OutputRole.LABELS, "c", OutputRole.MASKS, "d"),
                MaskPlace.IMAGE);
        List<FoundThing> found = find(network, named, Group.VEHICLES);
        assertThat(covered(found.getFirst().mask())).isEqualTo(new Region(64, 0, 128, 32));
    }

    @Test
    void thingsOfASemanticNetworkAreThePiecesOfAClass() throws Exception {
        GeneratedNetwork network = new GeneratedNetwork(SIDE)
                .convolution("logits", new float[][] {{0, 9, 0}, {9, 0, 0}, {0, 0, 9}}, 0, 0, 0);
        ThingFormat format = ThingFormat.of(Kind.SEMANTIC, ThingClasses.parse(List.of("car=1", "car=2", "lamp=0")));
        List<FoundThing> found = find(network, format, Group.VEHICLES);
        assertThat(found).hasSize(2).allMatch(thing -> thing.score() > .99);
        assertThat(found).anyMatch(thing -> covered(thing.mask()).overlap(RED) > .95);
        assertThat(found).anyMatch(thing -> covered(thing.mask()).overlap(new Region(80, 30, 110, 60)) > .95);
    }

    @Test
    void blueMayComeFirst() throws Exception {
        PixelFormat blueFirst =
                new PixelFormat(PixelLayout.NCHW, ColourOrder.BGR, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
        ThingFormat format =
                new ThingFormat(Kind.INSTANCES, CLASSES, blueFirst, INSTANCES.frame(), .4, Map.of(), MaskPlace.AUTO);
        List<FoundThing> found = find(yolo(), format, Group.VEHICLES);
        assertThat(found.getFirst().mask().values())
                .as("no blue in its box")
                .containsOnly(found.getFirst().mask().values()[0]);
    }

    @Test
    void shapesThatFitNoFormAreToldWithTheShapesThatDo() throws Exception {
        GeneratedNetwork few = new GeneratedNetwork(SIDE)
                .constant("output0", new float[12], 1, 4, 3)
                .convolution("output1", RED_PROTOTYPE, 0);
        refused(few, INSTANCES, "its outputs are of the shapes [1, 4, 3] and [1, 1, 64, 64]; they must be");
        GeneratedNetwork alone = new GeneratedNetwork(SIDE).convolution("logits", RED_PROTOTYPE, 0);
        refused(alone, INSTANCES, "its outputs are logits [1, 1, 64, 64]; they must be boxes [N,4]");
        GeneratedNetwork uneven = endToEnd(new float[4], new float[8], 2, 1, 2, 2);
        refused(uneven, INSTANCES, "BOXES[1, 4] SCORES[2] LABELS[2] MASKS[2, 1, 2, 2]; they must be BOXES[N, 4]");
        GeneratedNetwork flat = new GeneratedNetwork(SIDE).constant("flat", new float[6], 2, 3);
        refused(
                flat,
                ThingFormat.of(Kind.SEMANTIC, CLASSES),
                "its output is of the shape [2, 3]; with the layout NCHW");
    }

    @Test
    void classesThatTheNetworkHasNotAreRefused() throws Exception {
        ThingClasses classes = ThingClasses.parse(List.of("car=3"));
        refused(yolo(), ThingFormat.of(Kind.INSTANCES, classes), "so its classes are 0 to 2, but classes has car=3");
        GeneratedNetwork semantic = new GeneratedNetwork(SIDE).convolution("logits", RED_PROTOTYPE, 0);
        refused(semantic, ThingFormat.of(Kind.SEMANTIC, classes), "so its classes are 0 to 0, but classes has car=3");
    }

    private static GeneratedNetwork endToEnd(float[] boxes, float[] masks, long... shape) {
        return new GeneratedNetwork(SIDE)
                .constant("boxes", boxes, boxes.length / 4, 4)
                .constant("scores", new float[] {.6f, .8f}, 2)
                .constant("labels", new long[] {2, 1}, 2)
                .constant("masks", masks, shape);
    }

    private List<FoundThing> find(GeneratedNetwork network, ThingFormat format, Group group) throws Exception {
        try (Picture picture = picture();
                Network opened = new OnnxRuntimeNetwork(network.write(folder.resolve("network.onnx")), 1)) {
            format.check(opened);
            return new ThingNetwork(opened, format).find(picture, group);
        }
    }

    private void refused(GeneratedNetwork network, ThingFormat format, String said) throws Exception {
        try (Network opened = new OnnxRuntimeNetwork(network.write(folder.resolve("network.onnx")), 1)) {
            assertThatThrownBy(() -> format.check(opened))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(said);
        }
    }

    /** The box of the cells above one half, in the picture's pixels. */
    private static Region covered(MaskGrid mask) {
        int left = mask.width();
        int top = mask.height();
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < mask.values().length; i++) {
            if (mask.values()[i] > .5) {
                left = Math.min(left, i % mask.width());
                right = Math.max(right, i % mask.width() + 1);
                top = Math.min(top, i / mask.width());
                bottom = Math.max(bottom, i / mask.width() + 1);
            }
        }
        double x = mask.extent().width() / mask.width();
        double y = mask.extent().height() / mask.height();
        return new Region(
                mask.extent().left() + left * x,
                mask.extent().top() + top * y,
                mask.extent().left() + right * x,
                mask.extent().top() + bottom * y);
    }
}
