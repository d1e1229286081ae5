package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_core.multiply;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.Point;
import io.imageseg.image.Region;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** Divides a head into hair, face and ears. Safe for several threads. */
public final class HeadReader {
    /** How far around the middle of a face a head is looked for, in extents of the face. */
    private static final double SIDEWARDS = 1.6;

    private static final double UPWARDS = 1.76;
    private static final double DOWNWARDS = 2.56;

    private final HairSource hairSource;

    public HeadReader(HairSource hairSource) {
        this.hairSource = hairSource;
    }

    /**
     * The layers of one head, owned by the caller.
     *
     * @param others the other faces of the picture, whose heads are left to them
     * @param people the matte of all people, of the picture's size
     */
    public HeadLayers of(Picture picture, FaceMesh mesh, List<FaceMesh> others, Matte people) {
        Box box = around(mesh, picture.box());
        try (PointerScope _ = new PointerScope()) {
            Mat person = new Mat(people.alpha(), box.rect()).clone();
            List<FaceMesh> near = others.stream()
                    .filter(other -> around(other, picture.box()).meets(box))
                    .toList();
            if (!near.isEmpty()) {
                multiply(person, Territory.of(mesh, near, box), person);
            }
            Mat hair = hairSource.of(picture, box, mesh, person);
            return new HeadAssembly(box, mesh, person, hair).layers();
        }
    }

    private static Box around(FaceMesh mesh, Box picture) {
        Region face = mesh.bounds();
        Point centre = face.centre();
        double extent = Math.max(face.width(), face.height());
        Region around = new Region(
                centre.x() - SIDEWARDS * extent,
                centre.y() - UPWARDS * extent,
                centre.x() + SIDEWARDS * extent,
                centre.y() + DOWNWARDS * extent);
        return around.within(picture)
                .orElseThrow(() -> new IllegalArgumentException("the face lies outside the picture"));
    }
}
