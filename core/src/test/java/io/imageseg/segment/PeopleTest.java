package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.detect.DetectedObject;
import io.imageseg.detect.Face;
import io.imageseg.detect.ObjectClass;
import io.imageseg.image.Point;
import io.imageseg.image.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is among the faces and things that detectors saw. */
class PeopleTest {
    private static final Region BODY = new Region(100, 50, 200, 400);
    private static final Region ELSEWHERE = new Region(600, 50, 700, 400);

    /** A face of 40×50 pixels around a place. */
    private static Face face(double score, double x, double y) {
        return face(score, new Region(x - 20, y - 25, x + 20, y + 25));
    }

    private static Face face(double score, Region region) {
        Point centre = region.centre();
        return new Face(score, region, centre, centre, centre, centre, centre);
    }

    private static DetectedObject object(double score, ObjectClass objectClass, Region region) {
        return new DetectedObject(score, objectClass, region);
    }

    @Test
    void aSureBodyNeedsNoFace() {
        assertThat(People.of(List.of(), List.of(object(.36, ObjectClass.PERSON, BODY)))
                        .regions())
                .containsExactly(BODY);
    }

    @Test
    void aFaintBodyNeedsAFace() {
        DetectedObject faint = object(.3, ObjectClass.PERSON, BODY);
        assertThat(People.of(List.of(), List.of(faint)).regions()).isEmpty();
        assertThat(People.of(List.of(face(.9, 150, 90)), List.of(faint)).regions())
                .containsExactly(BODY);
    }

    @Test
    void aFaceWithoutABodyGetsAGuessedOneBelowIt() {
        People people = People.of(List.of(face(.9, 150, 90)), List.of(object(.9, ObjectClass.PERSON, ELSEWHERE)));
        assertThat(people.regions()).hasSize(2).first().isEqualTo(ELSEWHERE);
        Region guessed = people.regions().getLast();
        assertThat(guessed).isEqualTo(new Region(150 - 72, 65 - 35, 150 + 72, 65 + 325));
    }

    @Test
    void onlyPeopleArePeople() {
        assertThat(People.of(List.of(), List.of(object(.9, ObjectClass.DOG, BODY), object(.9, ObjectClass.CHAIR, BODY)))
                        .regions())
                .isEmpty();
    }

    @Test
    void anAnimalThatIsTakenForAPersonTooIsAnAnimal() {
        DetectedObject person = object(.6, ObjectClass.PERSON, BODY);
        DetectedObject dog = object(.5, ObjectClass.DOG, new Region(105, 50, 205, 400));
        assertThat(People.of(List.of(), List.of(person, dog)).regions()).isEmpty();
    }

    @Test
    void aPersonWithAFaceBeforeAnAnimalIsAPerson() {
        DetectedObject person = object(.6, ObjectClass.PERSON, BODY);
        DetectedObject dog = object(.5, ObjectClass.DOG, BODY);
        assertThat(People.of(List.of(face(.9, 150, 90)), List.of(person, dog)).regions())
                .containsExactly(BODY);
    }

    @Test
    void aPersonBesideAnAnimalOrFarSurerThanItIsAPerson() {
        DetectedObject person = object(.6, ObjectClass.PERSON, BODY);
        DetectedObject beside = object(.9, ObjectClass.DOG, new Region(160, 250, 260, 400));
        DetectedObject unsure = object(.3, ObjectClass.BEAR, BODY);
        assertThat(People.of(List.of(), List.of(person, beside, unsure)).regions())
                .containsExactly(BODY);
    }

    @Test
    void aFaintSmallFaceIsAStrangerInTheBackground() {
        Face large = face(.9, new Region(0, 0, 200, 200));
        Face faintAndSmall = face(.4, new Region(1000, 0, 1040, 40));
        Face sureAndSmall = face(.5, new Region(2000, 0, 2040, 40));
        Face faintAndLarge = face(.4, new Region(3000, 0, 3100, 100));
        People people = People.of(List.of(large, sureAndSmall, faintAndSmall, faintAndLarge), List.of());
        assertThat(people.faces()).containsExactly(large, sureAndSmall, faintAndLarge);
        assertThat(people.regions()).as("a body for each").hasSize(3);
    }

    @Test
    void theOnlyFaceIsMeantHoweverFaintItIs() {
        Face faint = face(.36, 150, 90);
        assertThat(People.of(List.of(faint), List.of()).faces()).containsExactly(faint);
    }

    @Test
    void whereNobodyIsThereAreNoPeople() {
        assertThat(People.of(List.of(), List.of())).isEqualTo(new People(List.of(), List.of()));
    }
}
