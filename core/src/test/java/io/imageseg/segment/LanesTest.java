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
    private static final class Together extends RedIsSalient {
        private final CyclicBarrier both;
        private final AtomicInteger alone;
        private final BooleanSupplier isAlone;

        private Together(CyclicBarrier both, AtomicInteger alone, BooleanSupplier isAlone) {
            this.both = both;
            this.alone = alone;
            this.isAlone = isAlone;
        }

        @Override
        public List<Network> twins(BooleanSupplier asked) {
            return List.of(new Together(both, alone, asked), new Together(both, alone, asked));
        }

        @Override
        public Map<String, Tensor> run(String... outputs) {
            alone.addAndGet(isAlone.getAsBoolean() ? 1 : 0);
            try {
                both.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            return super.run(outputs);
        }
    }

    @Test
    void asManyAsEveryNetworkHasTwins() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger alone = new AtomicInteger();
        assertTwoCallersAreServed(2, () -> new Together(both, alone, () -> true));
        assertThat(alone).as("the later of the first two knew of the other").hasValueLessThan(2);
    }

    @Test
    void oneWhereANetworkHasNone() throws Exception {
        assertTwoCallersAreServed(1, RedIsSalient::new);
    }

    private static void assertTwoCallersAreServed(int atATime, Supplier<Network> isnet) throws Exception {
        try (Segmentation segmentation = segmentation(isnet);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(segmentation.atATime().get()).isEqualTo(atATime);
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
