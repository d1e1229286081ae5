package io.imageseg.own;

import io.imageseg.image.MaskGrid;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import io.imageseg.model.Network;
import io.imageseg.model.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;

/**
 * Finds things by a network that somebody trained: one input of a picture, and outputs as {@link InstanceOutputs},
 * {@link PrototypeOutputs} or {@link SemanticOutput} read them. Not safe for several threads, as its network is not.
 */
public final class ThingNetwork {
    private final Network network;
    private final ThingFormat format;
    private final NetworkInput input;
    private final OutputNames names;

    /**
     * The network stays its owner's.
     *
     * @throws IllegalArgumentException if its input is not of the format's layout or it lacks an output that is named
     */
    public ThingNetwork(Network network, ThingFormat format) {
        this.network = network;
        this.format = format;
        input = new NetworkInput(network, format.pixels(), format.frame().side());
        names = OutputNames.of(format, network.outputs());
    }

    /** As {@link OwnFormat#check} says. */
    void check() {
        input.clear();
        ThingReader _ = reader();
    }

    /**
     * The things of a group that lie in a picture, surest first, in its pixels; as many as the network tells of.
     *
     * @throws io.imageseg.model.ModelException if the network cannot be run
     * @throws IllegalArgumentException if its outputs are not of the shapes they had at the start
     */
    public List<FoundThing> find(Picture picture, ThingName.Group group) {
        InputFrame frame = InputFrame.of(format.frame().fit(), picture.box(), input.width(), input.height());
        try (PointerScope _ = new PointerScope()) {
            input.fill(frame.view(picture));
            return reader().read(number -> format.classes().of(number, group), format.least()).stream()
                    .flatMap(thing -> inPicture(thing, frame).stream())
                    .toList();
        }
    }

    private static Optional<FoundThing> inPicture(FoundThing thing, InputFrame frame) {
        MaskGrid mask = thing.mask();
        Region box = frame.toPicture(thing.box());
        Region extent = frame.toPicture(mask.extent());
        return box.within(frame.picture()).isPresent()
                        && extent.within(frame.picture()).isPresent()
                ? Optional.of(new FoundThing(
                        thing.name(),
                        thing.score(),
                        box,
                        new MaskGrid(mask.values(), mask.width(), mask.height(), extent)))
                : Optional.empty();
    }

    private ThingReader reader() {
        Map<String, Tensor> outputs = network.run(names.all().toArray(String[]::new));
        return names.reader(outputs, format, input.width(), input.height());
    }
}
