package io.imageseg.model;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * When native memory may be used: by one thread at a time, and not after its end, which waits for whoever uses it. A
 * native library that is asked after its memory was freed ends the process.
 */
final class Lifetime {
    private final String owner;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean ended;

    /** @param owner what messages call it */
    Lifetime(String owner) {
        this.owner = owner;
    }

    /** @throws IllegalStateException if it has ended */
    <T> T during(Supplier<T> use) {
        lock.lock();
        try {
            if (ended) {
                throw new IllegalStateException(owner + " is closed");
            }
            return use.get();
        } finally {
            lock.unlock();
        }
    }

    /** Ends it, once; a second call does nothing. */
    void end(Runnable release) {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                release.run();
            }
        } finally {
            lock.unlock();
        }
    }
}
