package io.imageseg.face;

import static io.imageseg.face.Coverages.area;
import static io.imageseg.face.Coverages.at;
import static io.imageseg.face.DrawnHead.Paint.HAIR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.image.Box;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The right brow of a drawn face: the mesh expects it 40 wide and 8 high around (225, 202). */
class BrowTest {
    private static final Box BOX = Box.whole(520, 520);

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    private static Mat brow(DrawnHead head) {
        return new Brow(head.picture(), BOX, DrawnHead.MESH.height())
                .of(DrawnHead.MESH, FaceContours.RIGHT_BROW, FaceContours.RIGHT_EYE);
    }

    @Test
    void aBrowIsWhatIsDarkWhereItIsExpected() {
        Mat brow = brow(new DrawnHead().disc(235, 202, 10, 4, HAIR));
        assertThat(at(brow, 235, 202)).as("the dark half").isEqualTo(1);
        assertThat(at(brow, 208, 202)).as("the bare half").isLessThan(.5f);
    }

    @Test
    void aBrowMayReachALittleBeyondWhereItIsExpected() {
        Mat brow = brow(new DrawnHead().disc(225, 200, 20, 7, HAIR));
        assertThat(at(brow, 225, 196)).isGreaterThan(.5f);
    }

    @Test
    void darknessElsewhereIsNoBrow() {
        Mat brow = brow(new DrawnHead().disc(225, 201, 20, 4, HAIR).disc(225, 175, 20, 6, HAIR));
        assertThat(at(brow, 225, 175)).isZero();
        assertThat(at(brow, 225, 220)).as("the eye").isZero();
    }

    @Test
    void aBrowAsLightAsTheSkinIsWhereTheMeshExpectsIt() {
        Mat brow = brow(new DrawnHead());
        Mat expected = new Polygon(DrawnHead.MESH.points(FaceContours.RIGHT_BROW)).coverage(BOX);
        assertThat(area(brow)).isCloseTo(area(expected), within(.5));
        assertThat(at(brow, 225, 202)).isEqualTo(1);
    }

    @Test
    void aBrowOutsideTheBoxCoversNothing() {
        Mat brow = new Brow(new DrawnHead().picture(), new Box(300, 300, 50, 50), DrawnHead.MESH.height())
                .of(DrawnHead.MESH, FaceContours.RIGHT_BROW, FaceContours.RIGHT_EYE);
        assertThat(area(brow)).isZero();
    }
}
