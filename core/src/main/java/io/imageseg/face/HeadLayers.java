package io.imageseg.face;

import io.imageseg.image.Box;
import io.imageseg.image.Matte;

/**
 * What one head consists of: mattes of the box's size. Owns them.
 *
 * @param box where in the picture they lie
 * @param person all of the person, without what lies nearer to other heads
 * @param hair all of it, long hair too
 * @param face without neck, ears and hair
 * @param head face, hair, ears and what is worn on the head, without the neck
 * @param rightEar the subject's own right ear; nothing where it is hidden
 */
public record HeadLayers(Box box, Matte person, Matte hair, Matte face, Matte head, Matte rightEar, Matte leftEar)
        implements AutoCloseable {
    @Override
    public void close() {
        person.close();
        hair.close();
        face.close();
        head.close();
        rightEar.close();
        leftEar.close();
    }
}
