package io.imageseg.face;

import static io.imageseg.face.Coverages.area;
import static io.imageseg.face.Coverages.most;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A drawn face of 160×200 on a grey ground of 300×300, whose layers are drawn too. */
class FacePartsTest {
    private static final Box BOX = Box.whole(300, 300);
    private static final FaceMesh MESH = DrawnFace.at(150, 110).mesh();

    private final PointerScope scope = new PointerScope();
    private final Picture picture = new Picture(new Mat(300, 300, CV_8UC3, Scalar.all(180)), null);

    @AfterEach
    void close() {
        scope.close();
    }

    private static Mat nothing() {
        return new Mat(300, 300, CV_32FC1, Scalar.all(0));
    }

    private static Mat patch(double value, Rect where) {
        Mat patch = nothing();
        new Mat(patch, where).put(Scalar.all(value));
        return patch;
    }

    private FaceParts parts(Mat leftEar) {
        Mat face = new Polygon(MESH.points(FaceContours.OVAL)).coverage(BOX);
        HeadLayers layers = new HeadLayers(
                BOX,
                matte(nothing()),
                matte(nothing()),
                matte(face),
                matte(face.clone()),
                matte(nothing()),
                matte(leftEar));
        return FaceParts.of(picture, MESH, layers);
    }

    private static Matte matte(Mat alpha) {
        return new Matte(alpha);
    }

    private static Mat[] alphas(FaceParts parts) {
        return parts.mattes().values().stream().map(Matte::alpha).toArray(Mat[]::new);
    }

    @Test
    void theSkinIsWhatTheFeaturesLeaveOfTheFace() {
        FaceParts parts = parts(nothing());
        double all = 0;
        for (Mat alpha : alphas(parts)) {
            all += area(alpha);
        }
        assertThat(all).isCloseTo(Math.PI * 80 * 100, within(250.0));
        assertThat(most(alphas(parts))).isLessThanOrEqualTo(1 + 1e-5f);
    }

    @Test
    void anEarIsThereOnlyIfItIsSeen() {
        assertThat(parts(nothing()).mattes()).doesNotContainKeys(FacePart.LEFT_EAR, FacePart.RIGHT_EAR);
        assertThat(parts(patch(1, new Rect(232, 120, 8, 8))).mattes())
                .as("a speck")
                .doesNotContainKey(FacePart.LEFT_EAR);
        assertThat(parts(patch(1, new Rect(232, 120, 20, 40))).mattes()).containsKey(FacePart.LEFT_EAR);
    }

    /** An ear beside features, where several parts have a share of a pixel. */
    @Test
    void withAnEarToNoPixelIsCoveredMoreThanOnce() {
        FaceParts parts = parts(patch(.8, new Rect(180, 80, 60, 100)));
        assertThat(parts.mattes()).containsKey(FacePart.LEFT_EAR);
        assertThat(most(alphas(parts))).isLessThanOrEqualTo(1 + 1e-5f);
    }
}
