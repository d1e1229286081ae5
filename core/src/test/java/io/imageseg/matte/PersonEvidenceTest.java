package io.imageseg.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What speaks for people in a photo of 512×512, two of its pixels a cell, in which a person is red: x 100 to 200, y 100 to
 * 300. In the place of the prior's network, red is the probability.
 */
class PersonEvidenceTest {
    private static final int SIDE = PersonPrior.SIDE;
    private static final Box PHOTO = Box.whole(512, 512);
    private static final Region PERSON = new Region(100, 100, 200, 300);
    private static final float SUREST = 4.595f;

    private final PointerScope scope = new PointerScope();
    private final RedIsAPerson network = new RedIsAPerson();

    @AfterEach
    void close() {
        scope.close();
    }

    private PersonEvidence evidence(Region... people) {
        Mat rgb = new Mat(512, 512, CV_8UC3, Scalar.all(0));
        new Mat(rgb, new Rect(100, 100, 100, 200)).put(new Scalar(255, 0, 0, 0));
        return PersonEvidence.of(new PersonPrior(network), new Picture(rgb, null), PHOTO, List.of(people));
    }

    private static int cell(int x, int y) {
        return y / 2 * SIDE + x / 2;
    }

    @Test
    void oneLookAtTheWholeSeesThePersonAsSurelyAsAnythingIsSeen() {
        PersonEvidence evidence = evidence();
        assertThat(evidence.whole()[cell(150, 200)]).isCloseTo(SUREST, within(.01f));
        assertThat(evidence.whole()[cell(400, 200)]).isCloseTo(-SUREST, within(.01f));
        assertThat(network.runs).as("the photo and its mirror image").isEqualTo(2);
    }

    @Test
    void whereNobodyWasDetectedTheWholeSpeaksAlone() {
        PersonEvidence evidence = evidence();
        assertThat(evidence.nearby()).isEqualTo(evidence.whole());
        assertThat(evidence.hasBoxes()).isFalse();
    }

    @Test
    void eachPersonIsLookedAtThreeTimesAndMirrored() {
        PersonEvidence evidence = evidence(PERSON);
        assertThat(network.runs).isEqualTo(2 + 3 * 2);
        assertThat(evidence.nearby()[cell(150, 200)]).isCloseTo(SUREST, within(.01f));
        assertThat(evidence.nearby()[cell(90, 200)]).as("beside it, seen too").isCloseTo(-SUREST, within(.01f));
    }

    @Test
    void awayFromAllPeopleTheWholeMaySpeakAgainstOneAndNotForOne() {
        PersonEvidence evidence = evidence(new Region(350, 350, 450, 450));
        assertThat(evidence.nearby()[cell(150, 200)])
                .as("red, but no box is near")
                .isZero();
        assertThat(evidence.nearby()[cell(20, 20)]).isCloseTo(-SUREST, within(.01f));
    }

    @Test
    void thoseBeyondTheSixthAreNotLookedAtButCountedAmongTheBoxes() {
        Region seventh = new Region(350, 350, 450, 450);
        Region[] people = Collections.nCopies(7, PERSON).toArray(Region[]::new);
        people[6] = seventh;
        PersonEvidence evidence = evidence(people);
        assertThat(network.runs).isEqualTo(2 + 6 * 3 * 2);
        assertThat(evidence.boxes()[cell(400, 400)]).isCloseTo(1, within(1e-4f));
    }

    @Test
    void aCropTooSmallToShowAPersonIsNotLookedAt() {
        evidence(new Region(300, 300, 310, 310));
        assertThat(network.runs).as("22 pixels with the widest margin").isEqualTo(2);
    }

    @Test
    void boxesAreSoftAtTheirEdges() {
        float[] boxes = evidence(PERSON).boxes();
        assertThat(boxes[cell(150, 200)]).isCloseTo(1, within(1e-4f));
        assertThat(boxes[cell(208, 200)]).as("the edge of the grown box").isBetween(.3f, .7f);
        assertThat(boxes[cell(230, 200)]).isZero();
    }

    @Test
    void aPersonAtTheEdgeOfThePhotoIsLookedAtUpToTheEdge() {
        PersonEvidence evidence = evidence(new Region(-50, 100, 200, 600));
        assertThat(evidence.nearby()[cell(0, 200)]).isCloseTo(-SUREST, within(.01f));
        assertThat(evidence.boxes()[cell(20, 500)]).isGreaterThan(.9f);
    }

    @Test
    void looksFromNearbyCountMore() {
        PersonEvidence evidence = new PersonEvidence(new float[] {2}, new float[] {-1}, new float[] {0});
        assertThat(evidence.logOdds(0)).isCloseTo(.35f * 2 - .65f, within(1e-5f));
    }

    /** In the place of MediaPipe's selfie segmentation. */
    private static final class RedIsAPerson implements Network {
        private final FloatBuffer input = floats(3 * SIDE * SIDE);
        private final FloatBuffer output = floats(SIDE * SIDE);
        private int runs;

        private static FloatBuffer floats(int count) {
            return ByteBuffer.allocateDirect(count * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }

        @Override
        public List<Long> inputShape() {
            return List.of(1L, (long) SIDE, (long) SIDE, 3L);
        }

        @Override
        public List<String> outputs() {
            return List.of("probability");
        }

        @Override
        public FloatBuffer input(long... shape) {
            return input.duplicate();
        }

        @Override
        public Map<String, Tensor> run(String... outputs) {
            runs++;
            for (int i = 0; i < SIDE * SIDE; i++) {
                output.put(i, input.get(3 * i));
            }
            return Map.of("probability", new Tensor(new long[] {1, SIDE, SIDE, 1}, output.duplicate()));
        }

        @Override
        public void close() {}
    }
}
