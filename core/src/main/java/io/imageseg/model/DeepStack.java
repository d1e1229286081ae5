package io.imageseg.model;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * Runs work on a thread with a deep stack, and waits for it. ONNX Runtime goes into recursion where it is opened (as deep
 * as the process's command line is long) and where it follows the nodes of a network that it loads. Either can overflow
 * a Java thread's usual 1 MB, which ends the process without a word.
 */
final class DeepStack {
    /** Of address space; only what is used becomes memory. */
    private static final long BYTES = 256L << 20;

    private DeepStack() {}

    /** @throws Exception what the work throws */
    static <T> T run(String name, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().name(name).stackSize(BYTES).daemon().start(task);
        return OtherThread.result(task);
    }
}
