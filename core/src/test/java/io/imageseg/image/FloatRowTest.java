package io.imageseg.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.Test;

class FloatRowTest {
    @Test
    void readsAndWritesOneRowWithAllChannels() {
        try (PointerScope _ = new PointerScope()) {
            Mat mat = Floats.mat(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 2, 3);
            FloatRow row = new FloatRow(mat);
            assertThat(row.read(1)).containsExactly(5, 6, 7, 8);
            row.read(2)[3] = 120;
            row.write(0);
            assertThat(Floats.of(mat)).containsExactly(9, 10, 11, 120, 5, 6, 7, 8, 9, 10, 11, 12);
        }
    }

    @Test
    void refusesRowsWithGaps() {
        try (PointerScope _ = new PointerScope()) {
            Mat part = new Mat(Floats.mat(new float[12], 4, 3), new Rect(1, 0, 2, 3));
            assertThatThrownBy(() -> new FloatRow(part)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
