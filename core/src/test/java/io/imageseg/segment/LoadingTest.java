package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.model.ModelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadingTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private static final Executor QUEUE = Loading.queue();

    private final AtomicInteger loaded = new AtomicInteger();

    /** A queue whose turns come when a test says so. */
    private final Deque<Runnable> turns = new ArrayDeque<>();

    @Test
    void whatWaitsIsLoadedOnceWhenItIsAskedFor() {
        Loading<Integer> loading = Loading.later(loaded::incrementAndGet, FOR_EVER, QUEUE);
        assertThat(loading.isDone()).isFalse();
        assertThat(loading.isBroken()).isFalse();
        assertThat(loading.get()).isEqualTo(1);
        assertThat(loading.get()).isEqualTo(1);
        assertThat(loading.isDone()).isTrue();
    }

    @Test
    void whatWaitsIsLoadedAfterAWhile() throws Exception {
        Loading<Integer> loading = Loading.later(loaded::incrementAndGet, Duration.ofMillis(20), QUEUE);
        assertThat(loading.future().get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void whatStillWaitsAtTheEndIsNeverLoadedAndNotBroken() {
        Loading<Integer> loading = Loading.later(loaded::incrementAndGet, FOR_EVER, QUEUE);
        List<Object> told = new ArrayList<>();
        loading.whenBroken(told::add);
        loading.end(told::add);
        assertThat(told).isEmpty();
        assertThat(loaded).hasValue(0);
        assertThatThrownBy(loading::get).isInstanceOf(ModelException.class);
    }

    @Test
    void theEndWaitsForWhatLoadsAndClosesIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Loading<Integer> loading = Loading.start(
                () -> {
                    begun.countDown();
                    await(mayEnd);
                    return loaded.incrementAndGet();
                },
                QUEUE);
        List<Integer> closed = new ArrayList<>();
        begun.await();
        Thread.ofPlatform().start(mayEnd::countDown);
        loading.end(closed::add);
        assertThat(closed).containsExactly(1);
    }

    @Test
    void whatCannotBeLoadedIsToldOfAsItIs() {
        ModelException failure = new ModelException("no such network");
        Loading<Integer> loading = Loading.start(
                () -> {
                    throw failure;
                },
                QUEUE);
        assertThatThrownBy(loading::get).isSameAs(failure);
        List<ModelException> told = new ArrayList<>();
        loading.whenBroken(told::add);
        assertThat(told).containsExactly(failure);
        assertThat(loading.isBroken()).isTrue();
        loading.end(_ -> loaded.incrementAndGet());
        assertThat(loaded).hasValue(0);
    }

    @Test
    void whoeverAsksDoesNotWaitForTheTurnOfWhatIsAskedFor() {
        Loading<Integer> loading = Loading.start(loaded::incrementAndGet, turns::add);
        assertThat(loaded).hasValue(0);
        assertThat(loading.get()).isEqualTo(1);
        turns.remove().run();
        assertThat(loaded).hasValue(1);
    }

    @Test
    void whatHasNotHadItsTurnAtTheEndIsNeverLoaded() {
        Loading<Integer> loading = Loading.start(loaded::incrementAndGet, turns::add);
        loading.end(_ -> loaded.incrementAndGet());
        turns.remove().run();
        assertThat(loaded).hasValue(0);
    }

    @Test
    void aStartWaitsForWhatTakesItsTurnAtOnceAlone() {
        Loading<Integer> first = Loading.start(loaded::incrementAndGet, turns::add);
        Loading<Integer> later = Loading.later(loaded::incrementAndGet, FOR_EVER, QUEUE);
        assertThat(first.isWanting()).isTrue();
        assertThat(later.isWanting()).isFalse();
        turns.remove().run();
        assertThat(first.isWanting()).isFalse();
    }

    @Test
    void aStartIsNotDoneWhereWhatWasToComeLaterIsBroken() {
        Loading<Integer> later = Loading.later(
                () -> {
                    throw new ModelException("no such network");
                },
                FOR_EVER,
                QUEUE);
        assertThatThrownBy(later::get).isInstanceOf(ModelException.class);
        assertThat(later.isWanting()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
