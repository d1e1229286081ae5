package io.imageseg.model;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where long native work is done that virtual threads ask for. Within a native function a virtual thread keeps its carrier, and
 * as many runs of networks as there are cores would leave all other virtual threads without one.
 */
final class NativeRuns {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("run-network-", 0).daemon().factory());

    private NativeRuns() {}

    /**
     * Does the work and waits for it, also where the thread is interrupted.
     *
     * @throws Exception what the work throws
     */
    static <T> T run(Callable<T> work) throws Exception {
        if (!Thread.currentThread().isVirtual()) {
            return work.call();
        }
        return OtherThread.result(THREADS.submit(work));
    }
}
