package io.imageseg.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.jspecify.annotations.Nullable;

/**
 * A network as ONNX Runtime has opened it: a session on all threads and, where several runs at a time are to share the cores,
 * another over the same weights on half of them, opened when it is first needed. Where that fails, since what was kept is gone
 * meanwhile, all runs share the first.
 */
final class Sessions implements AutoCloseable {
    private final OrtSession wide;
    private final boolean small;
    private final AutoCloseable weights;
    private @Nullable Opening narrowOpening;
    private @Nullable OrtSession narrow;

    /** Opens a session. */
    @FunctionalInterface
    interface Opening {
        OrtSession open() throws OrtException;
    }

    /** One session of a network that may be large. */
    static Sessions of(OrtSession session) {
        return of(session, null, () -> {});
    }

    /** One session of a network so small that what its runs take does not matter. */
    static Sessions ofSmall(OrtSession session) {
        return new Sessions(session, null, true, () -> {});
    }

    /**
     * @param narrowOpening opens the session on half the threads; null if there is none on so few
     * @param weights what both sessions read, closed after them
     */
    static Sessions of(OrtSession wide, @Nullable Opening narrowOpening, AutoCloseable weights) {
        return new Sessions(wide, narrowOpening, false, weights);
    }

    private Sessions(OrtSession wide, @Nullable Opening narrowOpening, boolean small, AutoCloseable weights) {
        this.wide = wide;
        this.narrowOpening = narrowOpening;
        this.small = small;
        this.weights = weights;
    }

    /** The session on all threads. */
    OrtSession wide() {
        return wide;
    }

    /** Whether what runs take does not matter. */
    boolean areSmall() {
        return small;
    }

    /** Whether a session on half the threads is there or may be opened; safe for several threads. */
    synchronized boolean canBeNarrow() {
        return narrow != null || narrowOpening != null;
    }

    /** The session on half the threads, that on all of them if there is none; safe for several threads. */
    synchronized OrtSession narrow() {
        Opening opening = narrowOpening;
        if (opening != null) {
            narrowOpening = null;
            try {
                narrow = DeepStack.run("load-network", opening::open);
            } catch (Exception _) {
                narrow = null;
            }
        }
        return narrow == null ? wide : narrow;
    }

    @Override
    public synchronized void close() throws Exception {
        wide.close();
        if (narrow != null) {
            narrow.close();
        }
        weights.close();
    }
}
