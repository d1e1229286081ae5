package io.imageseg.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imageseg.detect.BoxFusion.Sighting;
import io.imageseg.image.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoxFusionTest {
    private static Sighting seen(int look, double score, ObjectClass as, double... box) {
        return new Sighting(new DetectedObject(score, as, new Region(box[0], box[1], box[2], box[3])), look);
    }

    @Test
    void whatTwoLooksSeeIsOneThingOfTheSurersClass() {
        List<DetectedObject> things = BoxFusion.fuse(
                List.of(seen(1, .6, ObjectClass.TRUCK, 10, 0, 110, 100), seen(0, .8, ObjectClass.CAR, 0, 0, 100, 100)),
                .3);
        assertThat(things).hasSize(1);
        DetectedObject thing = things.getFirst();
        assertThat(thing.objectClass()).isEqualTo(ObjectClass.CAR);
        assertThat(thing.score()).as("half .8, half the mean of .8 and .6").isCloseTo(.75, within(1e-9));
        assertThat(thing.region().left())
                .as("weighted by the squares of the scores")
                .isCloseTo(10 * .36 / (.36 + .64), within(1e-9));
    }

    @Test
    void whatOneLookAloneSeesIsBelievedLess() {
        List<Sighting> alone =
                List.of(seen(1, .4, ObjectClass.CAR, 0, 0, 100, 100), seen(1, .38, ObjectClass.CAR, 2, 0, 100, 100));
        assertThat(BoxFusion.fuse(alone, .31)).isEmpty();
        assertThat(BoxFusion.fuse(alone, .29))
                .singleElement()
                .satisfies(thing -> assertThat(thing.score()).isCloseTo(.3, within(1e-9)));
    }

    @Test
    void aPartOfASurerThingIsDroppedUnlessItIsNearlyAsSure() {
        Sighting bus = seen(0, .8, ObjectClass.BUS, 0, 0, 200, 100);
        Sighting window = seen(0, .6, ObjectClass.CAR, 20, 20, 60, 60);
        Sighting carBefore = seen(0, .7, ObjectClass.CAR, 120, 50, 180, 100);
        assertThat(BoxFusion.fuse(List.of(bus, window, carBefore), .1))
                .extracting(DetectedObject::region)
                .containsExactly(bus.region(), carBefore.region());
    }

    @Test
    void nothingSeenIsNothingFound() {
        assertThat(BoxFusion.fuse(List.of(), .3)).isEmpty();
    }
}
