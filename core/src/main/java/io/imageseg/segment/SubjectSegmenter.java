package io.imageseg.segment;

import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.matte.SalientMatte;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.matte.SubjectMatte;
import io.imageseg.model.Network;
import java.util.Optional;

/** Cuts out the main subject: goods, animals, people, whatever the picture is of. One picture at a time. */
public final class SubjectSegmenter {
    private final SubjectMatte subject;

    /**
     * A segmenter over a network.
     *
     * @param isnet IS-Net general-use as {@link SalientMatte} describes it; stays its owner's
     * @param choice what is looked for
     */
    public SubjectSegmenter(Network isnet, SubjectChoice choice) {
        subject = new SubjectMatte(new SalientMatte(isnet), choice);
    }

    /** The cutout, of the picture's size, owned by the caller; empty when nothing stands out. */
    public Optional<Cutout> cut(Picture picture) {
        return subject.of(picture).map(matte -> {
            try (matte) {
                return Composition.of(picture, matte);
            }
        });
    }
}
