package io.imageseg.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Adler32;
import org.junit.jupiter.api.Test;

class AdlerTest {
    @Test
    void ofTwoRunsIsThatOfBothTogether() {
        Random random = new Random(1);
        for (int length : new int[] {0, 1, 2, 300, 65_521, 200_000}) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertJoins(bytes, random.nextInt(length + 1));
            Arrays.fill(bytes, (byte) 0xff);
            assertJoins(bytes, 0);
            assertJoins(bytes, length / 2);
            assertJoins(bytes, length);
        }
    }

    private static void assertJoins(byte[] bytes, int split) {
        Adler first = of(bytes, 0, split);
        Adler second = of(bytes, split, bytes.length);
        assertThat(first.followedBy(second))
                .as("%d bytes, %d of them first", bytes.length, split)
                .isEqualTo(of(bytes, 0, bytes.length));
    }

    private static Adler of(byte[] bytes, int from, int to) {
        Adler32 sum = new Adler32();
        sum.update(bytes, from, to - from);
        return new Adler((int) sum.getValue(), to - from);
    }
}
