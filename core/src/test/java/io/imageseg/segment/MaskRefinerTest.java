package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.RedIsSalient;
import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.model.Network;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

/** Masks of a red object on blue, with a network that takes the red channel for the matte. */
class MaskRefinerTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final Box OBJECT = new Box(90, 60, 140, 120);
    private static final Box HOLE = new Box(150, 110, 20, 20);
    private static final Shape NOTHING = new Shape(List.of(), List.of());

    @Test
    void bringsAMaskThatWasMovedByFivePixelsBackToTheObjectsEdge() {
        assertThat(outline(refined(shape(OBJECT), shape(OBJECT.moved(5, 5))))).isEqualTo(OBJECT);
        assertThat(outline(refined(shape(OBJECT), shape(OBJECT.moved(-5, 3))))).isEqualTo(OBJECT);
    }

    @Test
    void growsAMaskThatIsTooSmallByAFewPixelsToTheObjectsEdge() {
        Box small = new Box(OBJECT.x() + 3, OBJECT.y() + 3, OBJECT.width() - 6, OBJECT.height() - 6);
        assertThat(outline(refined(shape(OBJECT), shape(small)))).isEqualTo(OBJECT);
    }

    @Test
    void keepsTheMasksWordFarFromItsOutlineWhereThePhotoHasAHole() {
        float[] alpha = refined(shape(OBJECT, HOLE), shape(OBJECT));
        assertThat(at(alpha, 160, 120)).isEqualTo(1);
        assertThat(outline(alpha)).isEqualTo(OBJECT);
    }

    @Test
    void keepsAHoleOfTheMask() {
        float[] alpha = refined(shape(OBJECT, HOLE), shape(OBJECT, HOLE.moved(2, 0)));
        assertThat(at(alpha, 160, 120)).isZero();
        assertThat(at(alpha, HOLE.x() - 2, 120)).isGreaterThan(.9f);
        assertThat(at(alpha, HOLE.x() + 2, 120)).isLessThan(.1f);
    }

    @Test
    void takesNothingThatTheMaskDoesNotMean() {
        Box other = new Box(260, 60, 40, 120);
        float[] alpha = refined(new Shape(List.of(OBJECT, other), List.of()), shape(OBJECT));
        assertThat(at(alpha, 280, 120)).isZero();
        assertThat(outline(alpha)).isEqualTo(OBJECT);
    }

    @Test
    void givesTheSameTwice() {
        Shape moved = shape(OBJECT.moved(5, 5));
        assertThat(refined(shape(OBJECT, HOLE), moved)).isEqualTo(refined(shape(OBJECT, HOLE), moved));
    }

    @Test
    void refusesMasksWithoutOutlineOrOfAnotherSize() {
        MaskRefiner refiner = new MaskRefiner(new RedIsSalient());
        try (Picture picture = picture(shape(OBJECT));
                Matte empty = mask(NOTHING);
                Matte full = mask(shape(picture.box()));
                Matte small = full.resized(WIDTH / 2, HEIGHT / 2)) {
            for (Matte unfit : List.of(empty, full, small)) {
                assertThatIllegalArgumentException().isThrownBy(() -> refiner.refine(picture, unfit));
            }
        }
    }

    @Test
    void refinesThinAndTinyMasksAtThePicturesEdge() {
        Shape tiny = shape(new Box(0, 0, 4, 4));
        assertThat(at(refined(tiny, tiny), 1, 1)).isCloseTo(1, within(.1f));
        Shape thin = shape(new Box(0, 100, WIDTH, 3));
        assertThat(at(refined(thin, thin), 160, 101)).isCloseTo(1, within(.1f));
        assertThat(refined(NOTHING, shape(new Box(5, 5, 1, 1)))).hasSize(WIDTH * HEIGHT);
    }

    @Test
    void leavesNoNativeMemoryBehind() {
        MaskRefiner refiner = new MaskRefiner(new RedIsSalient());
        refine(refiner);
        for (int i = 0; i < 10; i++) {
            long before = Pointer.totalBytes();
            refine(refiner);
            assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
        }
    }

    private static void refine(MaskRefiner refiner) {
        try (PointerScope _ = new PointerScope();
                Picture picture = picture(shape(OBJECT));
                Matte coarse = mask(shape(OBJECT.moved(5, 5)));
                Matte refined = refiner.refine(picture, coarse)) {
            assertThat(refined.toPng()).isNotEmpty();
        }
    }

    private static float[] refined(Shape drawn, Shape masked) {
        try (PointerScope _ = new PointerScope();
                Network network = new RedIsSalient();
                Picture picture = picture(drawn);
                Matte coarse = mask(masked);
                Matte refined = new MaskRefiner(network).refine(picture, coarse)) {
            return Floats.of(refined.alpha());
        }
    }

    private static float at(float[] alpha, int x, int y) {
        return alpha[y * WIDTH + x];
    }

    /** The box of what is more than half covered. */
    private static Box outline(float[] alpha) {
        int left = WIDTH;
        int top = HEIGHT;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < alpha.length; i++) {
            if (alpha[i] > .5) {
                left = Math.min(left, i % WIDTH);
                right = Math.max(right, i % WIDTH + 1);
                top = Math.min(top, i / WIDTH);
                bottom = Math.max(bottom, i / WIDTH + 1);
            }
        }
        return new Box(left, top, right - left, bottom - top);
    }

    /** What photos and masks are drawn from. */
    private record Shape(List<Box> parts, List<Box> holes) {}

    private static Shape shape(Box part, Box... holes) {
        return new Shape(List.of(part), List.of(holes));
    }

    private static Picture picture(Shape shape) {
        Scalar red = new Scalar(255, 0, 0, 0);
        return new Picture(drawn(opencv_core.CV_8UC3, shape, red, new Scalar(0, 0, 200, 0)), null);
    }

    private static Matte mask(Shape shape) {
        return new Matte(drawn(opencv_core.CV_32FC1, shape, Scalar.all(1), Scalar.all(0)));
    }

    private static Mat drawn(int type, Shape shape, Scalar object, Scalar ground) {
        try (PointerScope _ = new PointerScope()) {
            Mat mat = new Mat(HEIGHT, WIDTH, type, ground);
            shape.parts.forEach(part -> new Mat(mat, part.rect()).put(object));
            shape.holes.forEach(hole -> new Mat(mat, hole.rect()).put(ground));
            mat.retainReference();
            return mat;
        }
    }
}
