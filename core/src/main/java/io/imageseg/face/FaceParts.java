package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.countNonZero;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The parts of one face, mattes of the box of its {@link HeadLayers}; together they cover no pixel more than once, and
 * without the ears they are the face. Ears only where they are seen, the mouth only when it is open. Owns the mattes.
 */
public record FaceParts(Map<FacePart, Matte> mattes) implements AutoCloseable {
    /** An ear smaller than this, in squared heights of the face, is taken for none. */
    private static final double LEAST_EAR = .003;

    /** Divides a face. */
    public static FaceParts of(Picture picture, FaceMesh mesh, HeadLayers layers) {
        try (PointerScope _ = new PointerScope()) {
            Map<FacePart, Mat> parts = Features.of(picture, mesh, layers.box());
            Mat hair = layers.hair().alpha();
            for (FacePart brow : new FacePart[] {FacePart.RIGHT_BROW, FacePart.LEFT_BROW}) {
                Optional.ofNullable(parts.get(brow)).ifPresent(whole -> parts.put(brow, Coverage.without(whole, hair)));
            }
            parts.put(
                    FacePart.SKIN,
                    Coverage.without(layers.face().alpha(), parts.values().toArray(Mat[]::new)));
            addEar(parts, FacePart.RIGHT_EAR, layers.rightEar(), mesh);
            addEar(parts, FacePart.LEFT_EAR, layers.leftEar(), mesh);
            Map<FacePart, Matte> mattes = new EnumMap<>(FacePart.class);
            parts.forEach((part, alpha) -> {
                alpha.retainReference();
                mattes.put(part, new Matte(alpha));
            });
            return new FaceParts(mattes);
        }
    }

    private static void addEar(Map<FacePart, Mat> parts, FacePart name, Matte ear, FaceMesh mesh) {
        double least = LEAST_EAR * mesh.height() * mesh.height();
        if (countNonZero(Coverage.half(ear.alpha())) > least) {
            parts.put(name, Coverage.without(ear.alpha(), parts.values().toArray(Mat[]::new)));
        }
    }

    @Override
    public void close() {
        mattes.values().forEach(Matte::close);
    }
}
