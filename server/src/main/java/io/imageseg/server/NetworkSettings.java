package io.imageseg.server;

import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.own.ClassFormat;
import io.imageseg.own.ColourOrder;
import io.imageseg.own.OwnFormat;
import io.imageseg.own.PixelFormat;
import io.imageseg.own.PixelLayout;
import io.imageseg.own.ThingClasses;
import io.imageseg.own.ThingFormat;
import io.imageseg.own.ThingFormat.OutputRole;
import io.imageseg.segment.OwnNetwork;
import io.imageseg.segment.OwnNetworks;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The user's own networks, as settings name them. */
public final class NetworkSettings {
    private static final String PREFIX = "imageseg.networks.";

    private NetworkSettings() {}

    /**
     * Checks the settings; no file is opened yet.
     *
     * @param threads intra-op threads, usually the number of cores
     * @throws IllegalArgumentException if a file is not there, a class is missing or unknown, or a value is not allowed;
     *     the message names the setting
     */
    public static OwnNetworks read(Settings.Networks networks, int threads) {
        return new OwnNetworks(
                networks.hair().map(slot -> network(PREFIX + "hair", slot, threads, () -> classes(slot))),
                networks.faceParsing()
                        .map(slot -> network(PREFIX + "face-parsing", slot, threads, () -> classes(slot))),
                networks.things().map(slot -> network(PREFIX + "things", slot, threads, () -> things(slot))));
    }

    private static <F extends OwnFormat> OwnNetwork<F> network(
            String setting, Settings.OwnFile slot, int threads, Supplier<F> format) {
        if (!Files.isRegularFile(slot.file())) {
            throw new IllegalArgumentException("%s.file is %s; there is no such file".formatted(setting, slot.file()));
        }
        try {
            return new OwnNetwork<>(
                    "%s of %s".formatted(slot.file(), setting),
                    () -> new OnnxRuntimeNetwork(slot.file(), threads),
                    format.get());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(setting, e.getMessage()), e);
        }
    }

    private static ClassFormat classes(Settings.OwnNetwork slot) {
        return new ClassFormat(
                slot.classes().stream().map(String::strip).toList(),
                pixels(slot, Optional.of(ColourOrder.RGB)),
                slot.output());
    }

    private static ThingFormat things(Settings.OwnThings slot) {
        return new ThingFormat(
                slot.kind(),
                ThingClasses.parse(slot.classes()),
                pixels(slot, slot.order()),
                new ThingFormat.Frame(
                        slot.fit().orElse(ThingFormat.Fit.LETTERBOX),
                        slot.side().orElse(ThingFormat.Frame.SIDE)),
                slot.leastScore().orElse(ThingFormat.LEAST),
                outputs(slot.outputs().orElse(List.of())),
                slot.masks().orElse(ThingFormat.MaskPlace.AUTO));
    }

    private static PixelFormat pixels(Settings.OwnFile slot, Optional<ColourOrder> order) {
        return new PixelFormat(
                slot.layout().orElse(PixelLayout.NCHW),
                order.orElse(ColourOrder.RGB),
                slot.mean().orElse(List.of(0.0, 0.0, 0.0)),
                slot.deviation().orElse(List.of(1.0, 1.0, 1.0)));
    }

    private static Map<OutputRole, String> outputs(List<String> entries) {
        Map<OutputRole, String> outputs = new EnumMap<>(OutputRole.class);
        for (String entry : entries) {
            String[] parts = entry.split("=", 2);
            OutputRole role = Arrays.stream(OutputRole.values())
                    .filter(one -> parts.length == 2
                            && one.name().toLowerCase(Locale.ROOT).equals(parts[0].strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "outputs has %s; each is boxes=, scores=, labels= or masks= and the name of an output"
                                    .formatted(entry)));
            outputs.put(role, parts[1].strip());
        }
        return outputs;
    }
}
