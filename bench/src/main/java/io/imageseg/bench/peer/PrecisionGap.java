package io.imageseg.bench.peer;

import static org.bytedeco.opencv.global.opencv_core.absdiff;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.mean;

import io.imageseg.bench.figure.Samples;
import io.imageseg.bench.photo.Photo;
import io.imageseg.bench.process.Installation;
import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.image.PictureReader;
import io.imageseg.image.UnreadableImageException;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.model.EngineChoice;
import io.imageseg.model.Network;
import io.imageseg.model.Precision;
import io.imageseg.segment.SubjectSegmenter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** How far cutouts of the same photo lie apart when IS-Net computes in bf16 and in f32, both on OpenVINO. */
record PrecisionGap(Installation installation) {
    private static final long MOST_PIXELS = 100_000_000;

    /** The mean difference of alpha, 0 to 1, of each photo. */
    Samples of(List<Photo> photos) throws IOException {
        try (Network exact = open(Precision.F32);
                Network rounded = open(Precision.BF16)) {
            List<Double> differences = new ArrayList<>();
            for (Photo photo : photos) {
                try (Cutout one = cut(exact, photo);
                        Cutout other = cut(rounded, photo)) {
                    differences.add(difference(one, other));
                }
            }
            return Samples.of(differences);
        }
    }

    private Network open(Precision precision) {
        return installation.engine(EngineChoice.Kind.OPENVINO, precision).open(installation.isnet(), _ -> {});
    }

    private static Cutout cut(Network isnet, Photo photo) throws IOException {
        try (Picture picture = new PictureReader(MOST_PIXELS).read(photo.file())) {
            return new SubjectSegmenter(isnet, SubjectChoice.MAIN_SUBJECT)
                    .cut(picture)
                    .orElseThrow(() -> new IOException(photo.name() + " has no subject"));
        } catch (UnreadableImageException e) {
            throw new IOException(e);
        }
    }

    /** The mean of the absolute difference of alpha over two cutouts of one size. */
    static double difference(Cutout one, Cutout other) {
        try (PointerScope _ = new PointerScope()) {
            Mat difference = new Mat();
            absdiff(alpha(one), alpha(other), difference);
            return mean(difference).get(0) / 255;
        }
    }

    private static Mat alpha(Cutout cutout) {
        Mat alpha = new Mat();
        extractChannel(cutout.rgba(), alpha, 3);
        return alpha;
    }
}
