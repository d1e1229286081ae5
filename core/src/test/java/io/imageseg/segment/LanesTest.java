package io.imageseg.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.RedIsSalient;
import io.imageseg.TestPhotos;
import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.model.BundledNetwork;
import io.imageseg.model.Network;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.model.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many cuts are made at the same time. */
@Timeout(60)
class LanesTest {
    private static Segmentation segmentation(Supplier<Network> isnet) {
        Supplier<Network> small = () -> new OnnxRuntimeNetwork(BundledNetwork.SELFIE, 1);
        return new Segmentation(new Networks(isnet, small, small, small, small));
    }

    /** Salient is what is red, as soon as somebody else runs it too; of each run it is asked whether it is alone. */
    private record Together(Network network, CyclicBarrier both, AtomicInteger alone, BooleanSupplier isAlone)
            implements Network {
        @Override
        public List<Network> twins(BooleanSupplier asked) {
            return List.of(
                    new Together(new RedIsSalient(), both, alone, asked),
                    new Together(new RedIsSalient(), both, alone, asked));
        }

        @Override
        public List<Long> inputShape() {
            return network.inputShape();
        }

        @Override
        public List<String> outputs() {
            return network.outputs();
        }

        @Override
        public FloatBuffer input(long... shape) {
            return network.input(shape);
        }

        @Override
        public Map<String, Tensor> run(String... outputs) {
            alone.addAndGet(isAlone.getAsBoolean() ? 1 : 0);
            try {
                both.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            return network.run(outputs);
        }

        @Override
        public void close() {}
    }

    @Test
    void asManyAsEveryNetworkHasTwins() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger alone = new AtomicInteger();
        try (Segmentation segmentation = segmentation(() -> new Together(new RedIsSalient(), both, alone, () -> true));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(segmentation.atATime().get()).isEqualTo(2);
            Future<Boolean> one = threads.submit(() -> cuts(segmentation));
            Future<Boolean> other = threads.submit(() -> cuts(segmentation));
            assertThat(one.get()).isTrue();
            assertThat(other.get()).isTrue();
        }
        assertThat(alone).as("the later of the first two knew of the other").hasValueLessThan(2);
    }

    @Test
    void oneWhereANetworkHasNone() throws Exception {
        try (Segmentation segmentation = segmentation(RedIsSalient::new);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(segmentation.atATime().get()).isEqualTo(1);
            Future<Boolean> one = threads.submit(() -> cuts(segmentation));
            Future<Boolean> other = threads.submit(() -> cuts(segmentation));
            assertThat(one.get()).isTrue();
            assertThat(other.get()).isTrue();
        }
    }

    private static boolean cuts(Segmentation segmentation) {
        try (Picture picture = TestPhotos.astronaut()) {
            Optional<Cutout> cut = segmentation.cutSubject(picture, SubjectChoice.MAIN_SUBJECT);
            cut.ifPresent(Cutout::close);
            return cut.isPresent();
        }
    }
}
