package io.imageseg.server;

import io.imageseg.face.ClassFormat;
import io.imageseg.face.PixelLayout;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.segment.OwnNetwork;
import io.imageseg.segment.OwnNetworks;
import java.nio.file.Files;
import java.util.List;

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
                networks.hair().map(slot -> network(PREFIX + "hair", slot, threads)),
                networks.faceParsing().map(slot -> network(PREFIX + "face-parsing", slot, threads)));
    }

    private static OwnNetwork network(String setting, Settings.OwnNetwork slot, int threads) {
        if (!Files.isRegularFile(slot.file())) {
            throw new IllegalArgumentException("%s.file is %s; there is no such file".formatted(setting, slot.file()));
        }
        return new OwnNetwork(
                "%s of %s".formatted(slot.file(), setting),
                () -> new OnnxRuntimeNetwork(slot.file(), threads),
                format(setting, slot));
    }

    private static ClassFormat format(String setting, Settings.OwnNetwork slot) {
        try {
            return new ClassFormat(
                    slot.classes().stream().map(String::strip).toList(),
                    slot.layout().orElse(PixelLayout.NCHW),
                    slot.mean().orElse(List.of(0.0, 0.0, 0.0)),
                    slot.deviation().orElse(List.of(1.0, 1.0, 1.0)),
                    slot.output());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(setting, e.getMessage()), e);
        }
    }
}
