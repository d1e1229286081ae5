package io.imageseg.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import io.imageseg.image.Floats;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A picture of 640×320, so that the band is 2 pixels and a region is wider than 10; someone stands at x 200 to 400. */
class PersonOutlineTest {
    private final Rect person = new Rect(200, 40, 200, 240);

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    private static Mat flat(double ground, double inside, Rect where) {
        Mat values = new Mat(320, 640, CV_32FC1, Scalar.all(ground));
        new Mat(values, where).put(Scalar.all(inside));
        return values;
    }

    private static float at(Mat merged, int x, int y) {
        return Floats.of(merged)[y * 640 + x];
    }

    @Test
    void whatStandsOutBesideThePersonIsLeftOut() {
        Mat salience = flat(0, 1, new Rect(200, 40, 400, 240));
        Mat merged = PersonOutline.merge(salience, flat(-4, 4, person));
        assertThat(at(merged, 300, 160)).isEqualTo(1);
        assertThat(at(merged, 410, 160)).isZero();
        assertThat(at(merged, 590, 160)).isZero();
    }

    @Test
    void theFineEdgeInTheBandIsTheMattes() {
        Mat salience = flat(0, 1, person);
        new Mat(salience, new Rect(199, 40, 1, 240)).put(Scalar.all(.5));
        Mat merged = PersonOutline.merge(salience, flat(-4, 4, person));
        assertThat(at(merged, 199, 160)).isBetween(.2f, .5f);
        assertThat(at(merged, 201, 160)).isGreaterThan(.8f);
    }

    @Test
    void faintPlacesInsideASurePersonAreWhole() {
        Mat salience = flat(0, 1, person);
        new Mat(salience, new Rect(250, 100, 40, 40)).put(Scalar.all(.1));
        Mat merged = PersonOutline.merge(salience, flat(-4, 4, person));
        assertThat(at(merged, 270, 120)).isEqualTo(1);
    }

    @Test
    void aRegionThatTheMatteLacksIsFilledAsFarAsItIsLikely() {
        Mat logOdds = flat(-4, 4, person);
        new Mat(logOdds, new Rect(200, 200, 200, 80)).put(Scalar.all(.55));
        Mat merged = PersonOutline.merge(flat(0, 1, new Rect(200, 40, 200, 160)), logOdds);
        assertThat(at(merged, 300, 240)).isCloseTo(.75f, within(.05f));
    }

    @Test
    void aSliverThatTheMatteLacksIsAnEdgeAndStaysOut() {
        Mat logOdds = flat(-4, 1, new Rect(198, 40, 204, 240));
        Mat merged = PersonOutline.merge(flat(0, 1, person), logOdds);
        assertThat(at(merged, 198, 160)).isZero();
    }

    @Test
    void nobodyIsNothing() {
        Mat merged = PersonOutline.merge(flat(0, 1, person), flat(-4, -4, person));
        assertThat(Floats.of(merged)).containsOnly(0);
    }
}
