package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.detect.DetectedObject;
import io.imageseg.detect.ObjectClass;
import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Region;
import io.imageseg.matte.PlacedMatte;
import io.imageseg.segment.ThingSegmenter.Thing;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

/** How things that overlap divide their pixels. */
class ThingSegmenterTest {
    private static Thing thing(double score, int x, int width) {
        try (Scalar all = Scalar.all(1)) {
            Box place = new Box(x, 0, width, 10);
            Mat alpha = new Mat(10, width, opencv_core.CV_32FC1, all);
            Region region = new Region(x, 0, x + width, 10);
            return new Thing(
                    new DetectedObject(score, ObjectClass.CAR, region), new PlacedMatte(place, new Matte(alpha), 1));
        }
    }

    @Test
    void theSurerThingKeepsThePixelsThatTwoShare() {
        List<Thing> found = new ArrayList<>(List.of(thing(.8, 0, 20), thing(.6, 15, 20)));
        ThingSegmenter.keepApart(found);
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().matte().area()).isCloseTo(200, within(1e-6));
        assertThat(found.getLast().matte().area()).isCloseTo(150, within(1e-6));
        found.forEach(Thing::close);
    }

    @Test
    void aThingSeenTwiceIsGivenOnce() {
        List<Thing> found = new ArrayList<>(List.of(thing(.8, 0, 20), thing(.6, 2, 18), thing(.5, 40, 20)));
        ThingSegmenter.keepApart(found);
        assertThat(found).extracting(one -> one.object().score()).containsExactly(.8, .5);
        found.forEach(Thing::close);
    }
}
