package io.imageseg.detect;

import io.imageseg.image.Point;
import io.imageseg.image.Region;

/**
 * A face as a detector sees it, in the source's pixels. Right and left are the subject's own: the right eye of a face
 * that looks at the camera lies left in the picture.
 *
 * @param score how sure the detector is, 0 to 1
 * @param region from the hairline or forehead to the chin, and from cheek to cheek
 */
public record Face(
        double score, Region region, Point rightEye, Point leftEye, Point nose, Point rightMouth, Point leftMouth) {

    /** How far the head is tilted: the direction from the right eye to the left, radians, clockwise positive. */
    public double roll() {
        return Math.atan2(leftEye.y() - rightEye.y(), leftEye.x() - rightEye.x());
    }
}
