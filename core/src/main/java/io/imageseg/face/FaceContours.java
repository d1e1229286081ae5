package io.imageseg.face;

import java.util.List;

/**
 * Closed and open lines over a {@link io.imageseg.detect.FaceMesh}, as numbers of landmarks. Right and left are the
 * subject's own. The order of each is that of MediaPipe's canonical face model.
 */
final class FaceContours {
    /** Forehead, temples, jaw and chin; closed, from the middle of the forehead past the left temple. */
    static final List<Integer> OVAL = List.of(
            10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
            150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109);

    /** The lids' edges; closed, from the outer corner along the lower lid. */
    static final List<Integer> RIGHT_EYE =
            List.of(33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246);

    static final List<Integer> LEFT_EYE =
            List.of(263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466);

    /** Closed, from the outer end along the upper edge. */
    static final List<Integer> RIGHT_BROW = List.of(70, 63, 105, 66, 107, 55, 65, 52, 53, 46);

    static final List<Integer> LEFT_BROW = List.of(300, 293, 334, 296, 336, 285, 295, 282, 283, 276);

    /** Bridge, wings and tip; closed, from the bridge down the right side. */
    static final List<Integer> NOSE = List.of(
            8, 193, 245, 188, 174, 198, 209, 49, 129, 98, 97, 2, 326, 327, 358, 279, 429, 420, 399, 412, 465, 417);

    /** The lips' outer line, open, from the right corner to the left. */
    static final List<Integer> OUTER_UPPER_LIP = List.of(61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291);

    static final List<Integer> OUTER_LOWER_LIP = List.of(61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291);

    /** The lips' inner line, open, from the right corner to the left; the two meet where the mouth is closed. */
    static final List<Integer> INNER_UPPER_LIP = List.of(78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308);

    static final List<Integer> INNER_LOWER_LIP = List.of(78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308);

    private FaceContours() {}
}
