package io.imageseg.face;

import java.util.Arrays;
import java.util.Optional;

/** What a face is divided into; left and right are the subject's own. */
public enum FacePart {
    SKIN("skin"),
    LEFT_BROW("l_brow"),
    RIGHT_BROW("r_brow"),
    LEFT_EYE("l_eye"),
    RIGHT_EYE("r_eye"),
    NOSE("nose"),
    UPPER_LIP("u_lip"),
    LOWER_LIP("l_lip"),
    LEFT_EAR("l_ear"),
    RIGHT_EAR("r_ear"),
    /** What shows between the lips of an open mouth. */
    MOUTH("mouth");

    private final String label;

    FacePart(String label) {
        this.label = label;
    }

    /** The part's name in the API and in the labels of CelebAMask-HQ (Lee et al., 2020). */
    public String label() {
        return label;
    }

    /** The part of a name; empty if there is none. */
    public static Optional<FacePart> of(String label) {
        return Arrays.stream(values()).filter(part -> part.label.equals(label)).findFirst();
    }
}
