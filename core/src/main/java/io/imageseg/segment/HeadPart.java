package io.imageseg.segment;

import io.imageseg.face.HeadLayers;
import io.imageseg.image.Matte;

/** What is cut out of each person. */
public enum HeadPart {
    /** Face, hair, ears and what is worn on the head, without the neck. */
    HEAD,
    /** Without neck, ears and hair. */
    FACE,
    HAIR;

    Matte of(HeadLayers layers) {
        return switch (this) {
            case HEAD -> layers.head();
            case FACE -> layers.face();
            case HAIR -> layers.hair();
        };
    }
}
