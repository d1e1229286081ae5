package io.imageseg.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.CallListener;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InferenceGateTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    @Test
    void runsOneAtATime() throws Exception {
        InferenceGate gate = new InferenceGate(19, LONG, CallListener.NONE);
        AtomicInteger running = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> most = new ArrayList<>();
            for (int caller = 0; caller < 20; caller++) {
                most.add(callers.submit(() -> runIn(gate, () -> {
                    int now = running.incrementAndGet();
                    Thread.onSpinWait();
                    running.decrementAndGet();
                    return now;
                })));
            }
            for (Future<Integer> one : most) {
                assertThat(one.get()).isEqualTo(1);
            }
        }
        assertThat(gate.taken()).isZero();
    }

    @Test
    void runsAsManyAtATimeAsItIsWidenedTo() throws Exception {
        InferenceGate gate = new InferenceGate(19, LONG, CallListener.NONE);
        gate.widen(2);
        AtomicInteger running = new AtomicInteger();
        CyclicBarrier both = new CyclicBarrier(2);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> most = new ArrayList<>();
            for (int caller = 0; caller < 20; caller++) {
                most.add(callers.submit(() -> runIn(gate, () -> {
                    int now = running.incrementAndGet();
                    meet(both);
                    running.decrementAndGet();
                    return now;
                })));
            }
            for (Future<Integer> one : most) {
                assertThat(one.get()).isBetween(1, 2);
            }
        }
        assertThat(gate.taken()).isZero();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isNeverNarrowed() {
        InferenceGate gate = new InferenceGate(4, LONG, CallListener.NONE);
        gate.widen(2);
        gate.widen(2);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> gate.widen(1))
                .withMessage("2 at a time cannot become 1");
    }

    @Test
    void thoseWaitWhoHaveAPlaceBesideThoseThatRun() {
        InferenceGate gate = new InferenceGate(4, LONG, CallListener.NONE);
        List<Gate.Place> places = List.of(gate.enter(), gate.enter(), gate.enter());
        assertThat(gate.waiting()).isEqualTo(2);
        gate.widen(2);
        assertThat(gate.waiting()).isEqualTo(1);
        places.forEach(Gate.Place::close);
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void servesInTheOrderOfComing() throws Exception {
        InferenceGate gate = new InferenceGate(5, LONG, CallListener.NONE);
        List<Integer> served = new CopyOnWriteArrayList<>();
        try (Held _ = new Held(gate)) {
            for (int caller = 0; caller < 5; caller++) {
                int number = caller;
                waiting(Thread.ofPlatform().start(() -> runIn(gate, () -> served.add(number))));
            }
            assertThat(served).isEmpty();
        }
        while (gate.taken() > 0) {
            Thread.sleep(5);
        }
        assertThat(served).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void hasAPlaceForOneThatRunsAndForTheQueueAndSaysWhenToComeAgain() {
        InferenceGate gate = new InferenceGate(2, LONG, CallListener.NONE);
        List<Gate.Place> places = List.of(gate.enter(), gate.enter(), gate.enter());
        assertThatExceptionOfType(ApiException.class).isThrownBy(gate::enter).satisfies(busy -> {
            assertThat(busy.code()).isEqualTo(ErrorCode.BUSY);
            assertThat(busy.text()).contains("All 3 places");
            assertThat(busy.retryAfter())
                    .hasValueSatisfying(after -> assertThat(after).isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
        });
        places.getFirst().close();
        gate.enter().close();
        places.subList(1, 3).forEach(Gate.Place::close);
        assertThat(gate.taken()).isZero();
    }

    @Test
    void givesUpAtTheDeadlineAndNotBefore() throws Exception {
        InferenceGate gate = new InferenceGate(1, Duration.ofMillis(100), CallListener.NONE);
        try (Held _ = new Held(gate)) {
            long began = System.nanoTime();
            assertFails(gate, ErrorCode.DEADLINE_PASSED);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(99));
        }
        assertThat(runIn(gate, () -> "later")).isEqualTo("later");
    }

    @Test
    void dropsTheWorkOfACallerWhoLeft() {
        InferenceGate gate = new InferenceGate(0, LONG, CallListener.NONE);
        AtomicInteger begun = new AtomicInteger();
        try (Gate.Place place = gate.enter()) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> place.run(() -> false, begun::incrementAndGet))
                    .withMessageContaining("left");
        }
        assertThat(begun).hasValue(0);
        assertThat(runIn(gate, () -> "next")).isEqualTo("next");
    }

    @Test
    void goesOnAfterWorkThatFails() {
        InferenceGate gate = new InferenceGate(0, LONG, CallListener.NONE);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> runIn(gate, () -> {
                    throw new AssertionError("failed");
                }));
        assertThat(runIn(gate, () -> "next")).isEqualTo("next");
    }

    @Test
    void stopsWaitingWhenTheServerStops() throws Exception {
        InferenceGate gate = new InferenceGate(1, LONG, CallListener.NONE);
        try (Held _ = new Held(gate)) {
            AtomicInteger stopped = new AtomicInteger();
            Thread caller = Thread.ofPlatform().start(() -> {
                assertFails(gate, ErrorCode.DEADLINE_PASSED);
                stopped.set(Thread.currentThread().isInterrupted() ? 1 : 2);
            });
            waiting(caller);
            caller.interrupt();
            caller.join();
            assertThat(stopped).as("and stays interrupted").hasValue(1);
        }
    }

    private static <T> T runIn(InferenceGate gate, Supplier<T> work) {
        try (Gate.Place place = gate.enter()) {
            return place.run(() -> true, work);
        }
    }

    private static void assertFails(InferenceGate gate, ErrorCode code) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> runIn(gate, () -> "never"))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private static void waiting(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
    }

    /** Somebody whose turn lasts until this is closed. */
    private static final class Held implements AutoCloseable {
        private final CountDownLatch end = new CountDownLatch(1);

        Held(InferenceGate gate) throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            Thread.ofPlatform()
                    .start(() -> runIn(gate, () -> {
                        begun.countDown();
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                        return "done";
                    }));
            begun.await();
        }

        @Override
        public void close() {
            end.countDown();
        }
    }
}
