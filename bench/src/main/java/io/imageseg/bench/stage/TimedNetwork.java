package io.imageseg.bench.stage;

import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** A network whose runs are timed. */
record TimedNetwork(Network network, NetworkTime time) implements Network {
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
        long began = System.nanoTime();
        try {
            return network.run(outputs);
        } finally {
            time.add(System.nanoTime() - began);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
