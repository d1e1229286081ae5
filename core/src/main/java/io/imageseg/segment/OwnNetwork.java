package io.imageseg.segment;

import io.imageseg.face.ClassFormat;
import io.imageseg.face.ClassNetwork;
import io.imageseg.model.ModelException;
import io.imageseg.model.Network;
import java.util.function.Supplier;

/**
 * A network of the user's own in place of a built-in method.
 *
 * @param name what messages call it
 * @param source opens it; asked once
 */
public record OwnNetwork(String name, Supplier<Network> source, ClassFormat format) {
    /** One that loads or is loaded. */
    record Slot(Loading<Network> network, ClassFormat format) {
        ClassNetwork get() {
            return new ClassNetwork(network.get(), format);
        }
    }

    Slot load() {
        return new Slot(Loading.start(this::open), format);
    }

    /** Opens it and sees whether it is what the format says, so that no request is the first to find out. */
    private Network open() {
        Network network = source.get();
        try {
            new ClassNetwork(network, format).check();
            return network;
        } catch (IllegalArgumentException e) {
            network.close();
            throw new ModelException("the network %s does not fit its settings: %s".formatted(name, e.getMessage()), e);
        } catch (ModelException e) {
            network.close();
            throw e;
        }
    }
}
