package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Picture;

/** Divides a face into its parts; {@link FaceParts#of} does it without a network of its own. */
public interface FaceDivision {
    /** The parts of the face of a mesh in the picture's pixels, mattes of the layers' box; owned by the caller. */
    FaceParts of(Picture picture, FaceMesh mesh, HeadLayers layers);
}
