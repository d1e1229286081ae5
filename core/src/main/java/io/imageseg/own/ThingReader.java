package io.imageseg.own;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What a network's outputs say of one picture; checked when it is made. */
sealed interface ThingReader permits InstanceOutputs, PrototypeOutputs, SemanticOutput {
    /** Of more than these the surest are read. */
    int MOST = 50;

    /**
     * The things, surest first, in pixels of the input.
     *
     * @param names what a class is, if it is looked for
     */
    List<FoundThing> read(IntFunction<Optional<ThingName>> names, double least);
}
