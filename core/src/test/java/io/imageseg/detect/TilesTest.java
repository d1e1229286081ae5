package io.imageseg.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.image.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {
    @Test
    void aPictureThatFitsNeedsNone() {
        assertThat(Tiles.of(Box.whole(1280, 1280), 1280, .25)).isEmpty();
    }

    @Test
    void tilesReachEveryEdgeAndOverlap() {
        List<Box> tiles = Tiles.of(Box.whole(8000, 1000), 1280, .25);
        assertThat(tiles.getFirst()).isEqualTo(new Box(0, 0, 1280, 1000));
        assertThat(tiles.getLast()).isEqualTo(new Box(6720, 0, 1280, 1000));
        for (int i = 1; i < tiles.size(); i++) {
            assertThat(tiles.get(i).x() - tiles.get(i - 1).x()).isBetween(1, 960);
        }
    }

    @Test
    void bothDirectionsAreCovered() {
        assertThat(Tiles.of(Box.whole(2000, 2000), 1280, .25)).hasSize(4);
    }
}
