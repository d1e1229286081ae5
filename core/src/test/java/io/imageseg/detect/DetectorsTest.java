package io.imageseg.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.TestPhotos;
import io.imageseg.image.Picture;
import io.imageseg.model.BundledNetwork;
import io.imageseg.model.Network;
import io.imageseg.model.OnnxRuntimeNetwork;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The detectors with their real networks. */
class DetectorsTest {
    private static final Network CENTERFACE = new OnnxRuntimeNetwork(BundledNetwork.CENTERFACE, 2);
    private static final Network NANODET = new OnnxRuntimeNetwork(BundledNetwork.NANODET, 2);

    private final FaceDetector faces = new FaceDetector(CENTERFACE);
    private final ObjectDetector objects = new ObjectDetector(NANODET);

    @AfterAll
    static void close() {
        CENTERFACE.close();
        NANODET.close();
    }

    @Test
    void aFaceIsFoundOnceWithItsLandmarksInTheSourcesPixels() {
        try (Picture photo = TestPhotos.astronaut()) {
            List<Face> found = faces.detect(photo);
            assertThat(found).hasSize(1);
            Face face = found.getFirst();
            assertThat(face.region().centre().x()).isCloseTo(221, within(8.0));
            assertThat(face.region().centre().y()).isCloseTo(125, within(12.0));
            assertThat(face.rightEye().x())
                    .as("the subject's right is the picture's left")
                    .isLessThan(face.leftEye().x());
            assertThat(face.nose().y())
                    .isBetween(face.rightEye().y(), face.rightMouth().y());
            assertThat(face.roll()).isCloseTo(0, within(.2));
        }
    }

    @Test
    void aFaceThatFillsThePictureIsFound() {
        try (Picture photo = TestPhotos.astronaut();
                Picture close = part(photo, new Rect(165, 60, 115, 135), 1150, 1350)) {
            assertThat(faces.detect(close)).hasSize(1);
            assertThat(faces.detect(close).getFirst().region().width()).isGreaterThan(600);
        }
    }

    @Test
    void smallFacesInALargePhotoAreFoundWhereTheyAre() {
        try (Picture photo = TestPhotos.astronaut();
                Picture large = onCanvas(photo, 140, 6000, 1200, 5700, 900)) {
            List<Face> found = faces.detect(large);
            assertThat(found).hasSize(1);
            assertThat(found.getFirst().region().centre().x()).isCloseTo(5700 + 221 * 140 / 512.0, within(5.0));
            assertThat(found.getFirst().region().width()).isBetween(15.0, 45.0);
        }
    }

    @Test
    void aCatHasNoFace() {
        try (Picture photo = TestPhotos.cat()) {
            assertThat(faces.detect(photo)).isEmpty();
            assertThat(objects.detect(photo)).anyMatch(found -> found.objectClass() == ObjectClass.CAT);
        }
    }

    @Test
    void aPersonIsFoundWithABoxInTheSourcesPixels() {
        try (Picture photo = TestPhotos.astronaut()) {
            DetectedObject person = objects.detect(photo).getFirst();
            assertThat(person.objectClass()).isEqualTo(ObjectClass.PERSON);
            assertThat(person.score()).isGreaterThan(.5);
            assertThat(person.region().left()).isBetween(0.0, 110.0);
            assertThat(person.region().right()).isBetween(350.0, 520.0);
            assertThat(person.region().bottom()).isGreaterThan(480);
        }
    }

    @Test
    void leavesNoNativeMemoryBehind() {
        try (Picture photo = TestPhotos.astronaut()) {
            faces.detect(photo);
            objects.detect(photo);
            for (int i = 0; i < 5; i++) {
                long before = Pointer.totalBytes();
                faces.detect(photo);
                objects.detect(photo);
                assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
            }
        }
    }

    private static Picture part(Picture photo, Rect rect, int width, int height) {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat();
            resize(new Mat(photo.rgb(), rect), rgb, new Size(width, height), 0, 0, INTER_CUBIC);
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }

    private static Picture onCanvas(Picture photo, int side, int width, int height, int x, int y) {
        try (PointerScope _ = new PointerScope()) {
            Mat rgb = new Mat(height, width, CV_8UC3, new Scalar(90, 120, 100, 0));
            Mat small = new Mat();
            resize(photo.rgb(), small, new Size(side, side), 0, 0, INTER_AREA);
            small.copyTo(new Mat(rgb, new Rect(x, y, side, side)));
            rgb.retainReference();
            return new Picture(rgb, null);
        }
    }
}
