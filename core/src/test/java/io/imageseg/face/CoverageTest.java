package io.imageseg.face;

import static io.imageseg.face.Coverages.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.image.Floats;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Offset<Float> EXACT = within(1e-6f);

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void theUnionIsTheLargerOfEachPixel() {
        Mat one = row(0, .4f, 1);
        assertThat(Floats.of(Coverage.union(one, row(.3f, .3f, .3f), row(.1f, .5f, 0))))
                .containsExactly(new float[] {.3f, .5f, 1}, EXACT);
        assertThat(Floats.of(one)).as("and leaves its parts alone").containsExactly(new float[] {0, .4f, 1}, EXACT);
    }

    @Test
    void withoutLeavesNoPixelCoveredMoreThanOnce() {
        Mat one = row(1, .5f, .2f, .8f, 1);
        Mat left = Coverage.without(one, row(0, .5f, .5f, .5f, .7f), row(0, 0, .1f, .2f, .6f));
        assertThat(Floats.of(left)).containsExactly(new float[] {1, .5f, .2f, .3f, 0}, EXACT);
        assertThat(Floats.of(one)).containsExactly(new float[] {1, .5f, .2f, .8f, 1}, EXACT);
    }

    @Test
    void clipKeepsValuesBetweenNothingAndAll() {
        Mat values = row(-.5f, .5f, 1.5f);
        Coverage.clip(values);
        assertThat(Floats.of(values)).containsExactly(new float[] {0, .5f, 1}, EXACT);
    }

    @Test
    void depthIsTheDistanceFromTheOutlinePositiveInside() {
        assertThat(Floats.of(Coverage.depth(row(0, 0, 1, 1, 1, 0))))
                .containsExactly(new float[] {-2, -1, 1, 2, 1, -1}, within(.05f));
    }
}
