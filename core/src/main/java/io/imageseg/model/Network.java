package io.imageseg.model;

import java.nio.FloatBuffer;

/**
 * A network with one input and one output of fixed shape, run one at a time. Not safe for several threads: whoever
 * schedules the work holds it exclusively.
 */
public interface Network extends AutoCloseable {
    /** The input's direct buffer, to be filled completely before {@link #run}; shape as the network's docs say. */
    FloatBuffer input();

    /**
     * Runs the network on what {@link #input} holds.
     *
     * @return the output's direct buffer, position 0, valid until the next run
     * @throws ModelException if the engine fails
     */
    FloatBuffer run();

    @Override
    void close();
}
