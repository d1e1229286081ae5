package io.imageseg.own;

import io.imageseg.model.Network;
import java.util.Map;

/**
 * What a network that finds things is said to be.
 *
 * @param frame how a picture is laid into the input
 * @param least the least score of a thing that is believed, 0 to 1
 * @param outputs what the outputs hold, by their names; those of the file are recognised if none is named
 */
public record ThingFormat(
        Kind kind,
        ThingClasses classes,
        PixelFormat pixels,
        Frame frame,
        double least,
        Map<OutputRole, String> outputs,
        MaskPlace masks)
        implements OwnFormat {
    /** The least score where the user says nothing. */
    public static final double LEAST = .4;

    /** What the network tells. */
    public enum Kind {
        /** Things, each with a box and a mask. */
        INSTANCES,
        /** Classes of pixels; a thing is what hangs together of one class. */
        SEMANTIC
    }

    /** What an output of a network of instances holds. */
    public enum OutputRole {
        BOXES,
        SCORES,
        LABELS,
        MASKS
    }

    /** What the masks of end-to-end networks cover. */
    public enum MaskPlace {
        /** All of the input if they are as large as it, else each its box. */
        AUTO,
        BOX,
        IMAGE
    }

    /**
     * How a picture is laid into the input.
     *
     * @param side the extents of an input that takes any, in pixels
     */
    public record Frame(Fit fit, int side) {
        /** The side where neither file nor user says one. */
        public static final int SIDE = 640;
    }

    /** Whether a picture keeps its shape in the input. */
    public enum Fit {
        /** It is squeezed into the input whatever its shape. */
        STRETCH,
        /** It keeps its shape, in the middle, with grey bars. */
        LETTERBOX
    }

    /** @throws IllegalArgumentException if the least score is not 0 to 1 or the side not 32 to 4096 */
    public ThingFormat {
        outputs = Map.copyOf(outputs);
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException("least-score is %s; it must be 0 to 1".formatted(least));
        }
        if (frame.side < 32 || frame.side > 4096) {
            throw new IllegalArgumentException("side is %d; it must be 32 to 4096".formatted(frame.side));
        }
    }

    /** Planes of RGB 0..1, letterboxed, all else as it is found. */
    public static ThingFormat of(Kind kind, ThingClasses classes) {
        return new ThingFormat(
                kind,
                classes,
                PixelFormat.PLAIN,
                new Frame(Fit.LETTERBOX, Frame.SIDE),
                LEAST,
                Map.of(),
                MaskPlace.AUTO);
    }

    @Override
    public void check(Network network) {
        new ThingNetwork(network, this).check();
    }
}
