package io.imageseg.model;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work that another thread does. */
final class OtherThread {
    private OtherThread() {}

    /**
     * What the work results in, waited for also where this thread is interrupted: native work that was begun ends.
     *
     * @throws Exception what the work throws
     */
    static <T> T result(Future<T> work) throws Exception {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Exception failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
