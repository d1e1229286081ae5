package io.imageseg.bench.kernel;

import io.imageseg.image.Picture;
import io.imageseg.image.PictureReader;
import io.imageseg.image.UnreadableImageException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From files and to files. */
@State(Scope.Benchmark)
public class FileKernels {
    private final PictureReader reader = new PictureReader((long) Subject.SIDE * Subject.SIDE);

    @Benchmark
    public int decodeJpeg(Subject subject) throws UnreadableImageException {
        try (Picture picture = reader.read(subject.jpeg())) {
            return picture.width();
        }
    }

    @Benchmark
    public byte[] encodePng(Subject subject) {
        return subject.cutout().toPng();
    }
}
