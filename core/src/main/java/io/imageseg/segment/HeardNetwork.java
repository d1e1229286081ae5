package io.imageseg.segment;

import io.imageseg.model.Engine;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A network whose runs listeners hear of.
 *
 * @param listeners may grow while it runs
 */
record HeardNetwork(String name, Network network, List<NetworkListener> listeners) implements Network {
    @Override
    public List<Long> inputShape() {
        return network.inputShape();
    }

    @Override
    public List<String> outputs() {
        return network.outputs();
    }

    @Override
    public Engine engine() {
        return network.engine();
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
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            listeners.forEach(listener -> listener.ran(name, took));
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
