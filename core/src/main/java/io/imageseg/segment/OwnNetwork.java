package io.imageseg.segment;

import io.imageseg.model.ModelException;
import io.imageseg.model.Network;
import io.imageseg.own.OwnFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * A network of the user's own in place of a built-in method.
 *
 * @param name what messages call it
 * @param source opens it; asked once
 */
public record OwnNetwork<F extends OwnFormat>(String name, Supplier<Network> source, F format) {
    /** One that loads or is loaded. */
    record Slot<F extends OwnFormat>(Loading<List<HeardNetwork>> network, F format) {}

    /** Opens it and sees whether it is what the format says, so that no request is the first to find out. */
    Network open() {
        Network network = source.get();
        try {
            format.check(network);
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
