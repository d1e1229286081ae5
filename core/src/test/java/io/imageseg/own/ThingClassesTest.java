package io.imageseg.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThingClassesTest {
    @Test
    void aNameMayStandForSeveralClasses() {
        ThingClasses classes = ThingClasses.parse(List.of("truck=7", " truck = 8 ", "sofa=57"));
        assertThat(classes.of(8, ThingName.Group.VEHICLES)).contains(ThingName.TRUCK);
        assertThat(classes.of(57, ThingName.Group.VEHICLES)).isEmpty();
        assertThat(classes.has(ThingName.Group.FURNITURE)).isTrue();
        assertThat(ThingClasses.parse(List.of("car=0")).has(ThingName.Group.FURNITURE))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "car | classes has car; each is name=number, such as car=2",
                "car=two | classes has car=two; each is name=number",
                "car=-1 | classes has car=-1; each is name=number",
                "tank=2 | classes has the name tank; allowed are [aeroplane, bicycle",
                "car=2;bus=2 | classes has car=2 and bus=2; a number has one name",
            })
    void anEntryThatSaysNothingIsRefused(String entries, String said) {
        assertThatThrownBy(() -> ThingClasses.parse(List.of(entries.split(";"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(said);
    }

    @Test
    void noEntryIsRefused() {
        assertThatThrownBy(() -> ThingClasses.parse(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("classes is empty");
    }
}
