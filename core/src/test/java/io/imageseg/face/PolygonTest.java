package io.imageseg.face;

import static io.imageseg.face.Coverages.area;
import static io.imageseg.face.Coverages.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.image.Box;
import io.imageseg.image.Point;
import io.imageseg.image.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolygonTest {
    private static final Box BOX = Box.whole(40, 40);

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void hasAtLeastThreeCorners() {
        assertThatThrownBy(() -> new Polygon(List.of(new Point(0, 0), new Point(1, 1))))
                .hasMessageContaining("at least 3 corners, not 2");
    }

    @Test
    void aTriangleCoversHalfTheProductOfItsLegs() {
        Mat coverage = polygon(4, 4, 36, 4, 4, 28).coverage(BOX);
        assertThat(area(coverage)).isCloseTo(32 * 24 / 2.0, within(5.0));
        assertThat(at(coverage, 8, 8)).isEqualTo(1);
        assertThat(at(coverage, 30, 25)).isZero();
    }

    @Test
    void aBoxOnThePixelGridCoversItsPixelsAndNoOther() {
        Mat coverage = rectangle(10, 10, 20, 14).coverage(BOX);
        assertThat(at(coverage, 10, 10)).isCloseTo(1, within(.02f));
        assertThat(at(coverage, 19, 13)).isCloseTo(1, within(.02f));
        assertThat(at(coverage, 9, 12)).isCloseTo(0, within(.02f));
        assertThat(at(coverage, 20, 12)).isCloseTo(0, within(.02f));
        assertThat(area(coverage)).isCloseTo(40, within(.5));
    }

    @Test
    void aBoxOffThePixelGridCoversPartsOfPixels() {
        Mat coverage = rectangle(10.25, 10.5, 20.25, 14.5).coverage(BOX);
        // Pixels are divided into eighths, and those that the line runs through count as covered.
        assertThat(at(coverage, 10, 12)).isCloseTo(.75f, within(.13f));
        assertThat(at(coverage, 20, 12)).isCloseTo(.25f, within(.13f));
        assertThat(at(coverage, 15, 10)).isCloseTo(.5f, within(.13f));
        assertThat(area(coverage)).isCloseTo(40, within(2.0));
    }

    @Test
    void whatLiesPastTheBoxIsLeftOut() {
        assertThat(area(rectangle(-10, -10, 10, 10).coverage(BOX))).isCloseTo(100, within(3.0));
        assertThat(area(rectangle(50, 50, 60, 60).coverage(BOX))).isZero();
        Mat moved = rectangle(110, 210, 120, 214).coverage(new Box(100, 200, 40, 40));
        assertThat(at(moved, 12, 12)).as("seen from the box's corner").isEqualTo(1);
    }

    @Test
    void aSmoothLinePassesThroughTheCorners() {
        Polygon smooth = rectangle(10, 10, 30, 30).smooth();
        assertThat(smooth.corners()).contains(new Point(10, 10), new Point(30, 10), new Point(30, 30));
        assertThat(area(smooth.coverage(BOX))).as("and bulges between them").isGreaterThan(410);
        assertThat(smooth.bounds().left()).isBetween(5.0, 9.9);
    }

    @Test
    void betweenTwoLinesIsTheBandThatTheyEnclose() {
        List<Point> upper = List.of(new Point(5, 10), new Point(20, 4), new Point(35, 10));
        List<Point> lower = List.of(new Point(5, 10), new Point(20, 16), new Point(35, 10));
        Polygon band = Polygon.between(upper, lower);
        assertThat(area(band.coverage(BOX))).isCloseTo(30 * 12 / 2.0, within(4.0));
        assertThat(band.bounds()).isEqualTo(new Region(5, 4, 35, 16));
    }

    private static Polygon rectangle(double left, double top, double right, double bottom) {
        return polygon(left, top, right, top, right, bottom, left, bottom);
    }

    private static Polygon polygon(double... xy) {
        return new Polygon(IntStream.range(0, xy.length / 2)
                .mapToObj(i -> new Point(xy[2 * i], xy[2 * i + 1]))
                .toList());
    }
}
