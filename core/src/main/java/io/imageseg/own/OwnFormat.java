package io.imageseg.own;

import io.imageseg.model.Network;

/** What the user says that a network is. */
public sealed interface OwnFormat permits ClassFormat, ThingFormat {
    /**
     * Runs a network once on black, since the shapes of what it gives may not be known before.
     *
     * @throws IllegalArgumentException if it is not what this says; the message says what was found and what is allowed
     * @throws io.imageseg.model.ModelException if it cannot be run
     */
    void check(Network network);
}
