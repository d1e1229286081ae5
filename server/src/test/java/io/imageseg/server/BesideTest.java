package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BesideTest {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AutoCloseable part = () -> closed.set(true);

    @Test
    void isMadeWhileItsMakerGetsOnAndWaitedForWhereItIsNeeded() {
        CountDownLatch allowed = new CountDownLatch(1);
        Beside<AutoCloseable> beside = Beside.make("part", () -> {
            awaited(allowed);
            return part;
        });
        allowed.countDown();
        assertThat(beside.get()).isSameAs(part);
        assertThat(closed).isFalse();
    }

    @Test
    void isClosedAlsoWhereNobodyAskedForIt() throws Exception {
        CountDownLatch allowed = new CountDownLatch(1);
        Beside<AutoCloseable> beside = Beside.make("part", () -> {
            awaited(allowed);
            return part;
        });
        Thread closing = Thread.ofPlatform().start(() -> assertThatNoException().isThrownBy(beside::close));
        assertThat(closed).isFalse();
        allowed.countDown();
        closing.join();
        assertThat(closed).isTrue();
    }

    @Test
    void throwsWhatItsMakingThrewAndThenHasNothingToClose() {
        Beside<AutoCloseable> beside = Beside.make("part", () -> {
            throw new IllegalArgumentException("no such part");
        });
        assertThatIllegalArgumentException().isThrownBy(beside::get).withMessage("no such part");
        assertThatNoException().isThrownBy(beside::close);
        assertThat(closed).isFalse();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
