package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Picture;
import org.bytedeco.opencv.opencv_core.Mat;

/** Tells hair from everything else around one face. Safe for several threads: the heads of a group are read side by side. */
public interface HairSource {
    /**
     * How likely each pixel of a part of a picture is hair, if it is a person at all.
     *
     * @param part around the head
     * @param mesh of the head's face, in the picture's pixels
     * @param person how much of each pixel of the part is this person, CV_32FC1, 0 to 1
     * @return CV_32FC1 of the part's size, 0 to 1; belongs to the caller's PointerScope
     */
    Mat of(Picture picture, Box part, FaceMesh mesh, Mat person);
}
