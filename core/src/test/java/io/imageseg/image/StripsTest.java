package io.imageseg.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 1280, 30_000})
    void everyRowIsWorkedOnOnce(int rows) {
        AtomicIntegerArray seen = new AtomicIntegerArray(rows);
        Strips.of(rows).forEach((from, to) -> {
            for (int y = from; y < to; y++) {
                seen.incrementAndGet(y);
            }
        });
        for (int y = 0; y < rows; y++) {
            assertThat(seen.get(y)).as("row %d", y).isEqualTo(1);
        }
    }
}
