package io.imageseg.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.NORM_INF;
import static org.bytedeco.opencv.global.opencv_core.NORM_L1;
import static org.bytedeco.opencv.global.opencv_core.norm;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imageseg.TestPhotos;
import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import io.imageseg.model.Network;
import io.imageseg.model.NetworkFile;
import io.imageseg.model.Precision;
import io.imageseg.model.Tensor;
import io.imageseg.model.TestEngine;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a photo's matte and maps are the same whichever engine runs IS-Net. */
class EnginesAgreeTest {
    private final Path isnet = Path.of(System.getProperty("imageseg.models", ""), NetworkFile.ISNET.file());

    @TempDir
    Path cache;

    @BeforeEach
    void needsTheNetwork() {
        assumeTrue(Files.exists(isnet), "run ./imageseg build first: the network is not there");
    }

    @Test
    void inThirtyTwoBitsWithinAThousandth() {
        compare(Precision.F32, 1e-3, 1e-3, 1e-2);
    }

    @Test
    void inSixteenBitsByTwoThousandthsOnAverage() {
        compare(Precision.BF16, .5, .002, .05);
    }

    private void compare(Precision precision, double anyPixel, double pixelsOnAverage, double mapsOnAverage) {
        try (Network one = TestEngine.ONNXRUNTIME.open(isnet, cache);
                Network other = TestEngine.openVino(precision, cache).open(isnet)) {
            compare(TestPhotos::astronaut, one, other, anyPixel, pixelsOnAverage, mapsOnAverage);
            compare(TestPhotos::cat, one, other, anyPixel, pixelsOnAverage, mapsOnAverage);
        }
    }

    private static void compare(
            Supplier<Picture> photo,
            Network one,
            Network other,
            double anyPixel,
            double pixelsOnAverage,
            double mapsOnAverage) {
        try (Picture picture = photo.get();
                SalientLook first = new SalientMatte(one).look(picture, whole(picture));
                SalientLook second = new SalientMatte(other).look(picture, whole(picture))) {
            var alpha = first.matte().alpha();
            assertThat(norm(alpha, second.matte().alpha(), NORM_INF, null)).isLessThan(anyPixel);
            assertThat(norm(alpha, second.matte().alpha(), NORM_L1, null) / alpha.total())
                    .isLessThan(pixelsOnAverage);
            for (int i = 0; i < first.maps().size(); i++) {
                assertThat(relativeDifference(first.maps().get(i), second.maps().get(i)))
                        .isLessThan(mapsOnAverage);
            }
        }
    }

    private static Box whole(Picture picture) {
        return new Box(0, 0, picture.width(), picture.height());
    }

    private static double relativeDifference(Tensor one, Tensor other) {
        assertThat(other.shape()).isEqualTo(one.shape());
        FloatBuffer values = one.values();
        double difference = 0;
        double size = 0;
        for (int i = 0; i < values.remaining(); i++) {
            difference += Math.abs(values.get(i) - other.values().get(i));
            size += Math.abs(values.get(i));
        }
        return difference / size;
    }
}
