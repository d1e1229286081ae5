package io.imageseg.face;

import static io.imageseg.face.Coverages.at;
import static io.imageseg.face.Coverages.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.image.Floats;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private final PointerScope scope = new PointerScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void theLargestPieceStaysWithItsSoftEdge() {
        Mat largest = Pieces.largest(row(1, 1, 0, 0, 0, 0, .3f, 1, 1, 1, .4f, 0));
        assertThat(at(largest, 0, 0)).as("the smaller piece").isZero();
        assertThat(at(largest, 6, 0)).as("the edge before").isEqualTo(.3f);
        assertThat(at(largest, 8, 0)).isEqualTo(1);
        assertThat(at(largest, 10, 0)).as("the edge behind").isEqualTo(.4f);
    }

    @Test
    void anotherPieceCloseByIsNoEdge() {
        assertThat(at(Pieces.largest(row(1, 1, 1, 0, 1)), 4, 0)).isZero();
    }

    @Test
    void nothingHasNoLargestPiece() {
        assertThat(Floats.of(Pieces.largest(row(0, .4f, 0)))).containsOnly(0);
    }

    @Test
    void piecesThatTouchAnotherMatteStayIfLargeEnough() {
        Mat matte = row(1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1);
        Mat other = row(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0);
        Mat touching = Pieces.touching(matte, other, 2);
        assertThat(at(touching, 1, 0)).isEqualTo(1);
        assertThat(at(touching, 6, 0)).as("touches, but is small").isZero();
        assertThat(at(touching, 12, 0)).as("large, but does not touch").isZero();
    }
}
