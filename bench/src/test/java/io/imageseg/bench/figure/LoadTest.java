package io.imageseg.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void eachRequestIsMadeOnceWhateverTheNumberOfClients() throws Exception {
        Set<Integer> made = ConcurrentHashMap.newKeySet();
        AtomicInteger times = new AtomicInteger();
        Load load = Load.of(23, 4, number -> {
            made.add(number);
            times.incrementAndGet();
        });
        assertThat(made).isEqualTo(IntStream.range(0, 23).boxed().collect(Collectors.toSet()));
        assertThat(times).hasValue(23);
        assertThat(load.latencies()).hasSize(23);
    }

    @Test
    void clientsWorkAtTheSameTime() throws Exception {
        CyclicBarrier all = new CyclicBarrier(4);
        Load load = Load.of(4, 4, _ -> {
            try {
                all.await();
            } catch (BrokenBarrierException e) {
                throw new IOException(e);
            }
        });
        assertThat(load.latencies()).hasSize(4);
    }

    @Test
    void aLoadOfNoTimeStillHasARequestOfEachClient() throws Exception {
        assertThat(Load.during(Duration.ZERO, 3, _ -> {}).latencies()).hasSize(3);
    }

    @Test
    void aRequestThatFailsEndsTheLoad() {
        AtomicInteger made = new AtomicInteger();
        assertThatIOException()
                .isThrownBy(() -> Load.of(1_000_000, 2, number -> {
                    made.incrementAndGet();
                    if (number == 10) {
                        throw new IOException("refused");
                    }
                }))
                .withMessageContaining("refused");
        assertThat(made.get()).isLessThan(1_000_000);
    }

    @Test
    void slicesAddUp() {
        Load both = new Load(List.of(10.0, 20.0), 1.5).and(new Load(List.of(30.0), 2.5));
        assertThat(both.latencies()).containsExactly(10.0, 20.0, 30.0);
        assertThat(both.perMinute()).isEqualTo(45);
    }
}
