package io.imageseg.model;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A network with one float input and any number of outputs, floats or whole numbers that are given as such, run one at
 * a time. Not safe for several threads: whoever schedules the work holds it exclusively. Closing it is safe from any
 * thread: it waits for a run, and later calls throw {@link IllegalStateException}.
 */
public interface Network extends AutoCloseable {
    /** The shape of the input, outermost dimension first; −1 where any extent is taken. */
    List<Long> inputShape();

    /** The names of the outputs, in the file's order. */
    List<String> outputs();

    /**
     * A direct buffer for an input of this shape, to be filled completely before the next {@link #run}, which reads it.
     *
     * @throws IllegalArgumentException if the network takes no input of this shape
     */
    FloatBuffer input(long... shape);

    /**
     * Runs the network on what {@link #input} holds.
     *
     * @param outputs the names of the outputs wanted
     * @return these, by name, valid until the next run
     * @throws ModelException if the engine fails
     */
    Map<String, Tensor> run(String... outputs);

    /**
     * Networks that compute the same, over the same weights, with buffers of their own: one for each thread that may run it at
     * the same time as others. They take the place of this one, which is not to be used or closed any more. One alone, this,
     * where the engine cannot, or the memory of several were much more than that of one.
     *
     * @param alone asked at each run whether none of the others is about to run, so that all cores are free for it
     */
    default List<Network> twins(BooleanSupplier alone) {
        return List.of(this);
    }

    /** What runs it. */
    default Engine engine() {
        return Engine.JAVA;
    }

    @Override
    void close();
}
