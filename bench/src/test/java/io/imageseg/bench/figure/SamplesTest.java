package io.imageseg.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private final Samples oneToHundred = new Samples(
            IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList());

    @Test
    void aPercentileIsTheLeastThatSoManyDoNotExceed() {
        assertThat(oneToHundred.percentile(50)).isEqualTo(50);
        assertThat(oneToHundred.percentile(95)).isEqualTo(95);
        assertThat(oneToHundred.percentile(99.5)).isEqualTo(100);
        assertThat(oneToHundred.percentile(.1)).isEqualTo(1);
        assertThat(oneToHundred.percentile(100)).isEqualTo(100);
    }

    @Test
    void theMedianOfThreeIsTheOneInTheMiddle() {
        assertThat(Samples.of(9, 1, 4).median()).isEqualTo(4);
    }

    @Test
    void oneIsEveryPercentile() {
        assertThat(Samples.of(7).median()).isEqualTo(7);
        assertThat(Samples.of(7).percentile(95)).isEqualTo(7);
    }

    @Test
    void theMeanIsThatOfAll() {
        assertThat(Samples.of(1, 2, 6).mean()).isEqualTo(3);
    }

    @Test
    void nothingMeasuredHasNoPercentiles() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(List.of()));
    }

    @Test
    void thereIsNoPercentileOfZeroOrAboveAHundred() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oneToHundred.percentile(0))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> oneToHundred.percentile(101));
    }
}
