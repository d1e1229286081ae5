package io.imageseg.server;

import io.imageseg.model.BundledNetwork;
import io.imageseg.model.Network;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.model.Tensor;
import io.imageseg.segment.Networks;
import java.nio.FloatBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The networks that come with the library, opened once for all servers of a test run, beside any for the matte. */
final class TestNetworks {
    private static final Map<BundledNetwork, Network> OPENED = new EnumMap<>(BundledNetwork.class);

    private TestNetworks() {}

    static Networks with(Supplier<Network> isnet) {
        return new Networks(
                isnet,
                () -> shared(BundledNetwork.SELFIE),
                () -> shared(BundledNetwork.NANODET),
                () -> shared(BundledNetwork.CENTERFACE),
                () -> shared(BundledNetwork.FACE_MESH));
    }

    private static synchronized Network shared(BundledNetwork bundled) {
        return new Shared(OPENED.computeIfAbsent(bundled, one -> new OnnxRuntimeNetwork(one, 1)));
    }

    /** Stays open when one server closes it. Calls that are cut at the same time must not need it: its twin is itself. */
    private record Shared(Network network) implements Network {
        @Override
        public List<Network> twins(BooleanSupplier alone) {
            return List.of(this, this);
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
            return network.run(outputs);
        }

        @Override
        public void close() {}
    }
}
