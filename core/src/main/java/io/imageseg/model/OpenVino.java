package io.imageseg.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * OpenVINO, loaded, as it runs networks: one stream, since one inference runs at a time; networks it compiled are kept in
 * a folder, and read from there when the file is opened again.
 */
public final class OpenVino {
    private static final String CPU = "CPU";
    private static final String PRECISION = "INFERENCE_PRECISION_HINT";

    private final OpenVinoDevice device;
    private final EngineCache cache;
    private final Engine engine;

    private OpenVino(OpenVinoDevice device, EngineCache cache, Engine engine) {
        this.device = device;
        this.cache = cache;
        this.engine = engine;
    }

    /**
     * Loads the library.
     *
     * @throws ModelException if it is not there, cannot be loaded or does not know the device
     */
    public static OpenVino load(OpenVinoOptions options) {
        return onDeepStack(() -> {
            OpenVinoLibrary library = new OpenVinoLibrary(options.library());
            OpenVinoDevice bare = new OpenVinoDevice(library, options.device(), Map.of());
            Map<String, String> properties = new LinkedHashMap<>();
            properties.put("NUM_STREAMS", "1");
            if (options.device().equals(CPU)) {
                properties.put("INFERENCE_NUM_THREADS", Integer.toString(options.threads()));
            }
            String precision = precision(options.precision(), bare);
            if (!precision.isEmpty()) {
                properties.put(PRECISION, precision);
            }
            OpenVinoDevice device = new OpenVinoDevice(library, options.device(), properties);
            return new OpenVino(
                    device,
                    new EngineCache(options.cache()),
                    new Engine(
                            "OpenVINO",
                            library.version(),
                            options.device(),
                            precision.isEmpty() ? bare.property(PRECISION) : precision));
        });
    }

    /** The hint to give, or empty. */
    private static String precision(Precision wanted, OpenVinoDevice device) {
        List<String> able = List.of(device.property("OPTIMIZATION_CAPABILITIES").split("[ ,]+"));
        return switch (wanted) {
            case AUTO -> able.contains("BF16") ? "bf16" : "";
            case F32, BF16 -> wanted.name().toLowerCase(Locale.ROOT);
        };
    }

    /**
     * Opens an ONNX file.
     *
     * @throws ModelException if it is no network that OpenVINO compiles, or has not one input, or not of floats
     */
    public Network open(Path file) {
        return onDeepStack(() -> {
            // OpenVINO itself can take a file just replaced for the one before.
            Path place = cache.place(file, "openvino-" + engine.version());
            Network network = new OpenVinoNetwork(device.with("CACHE_DIR", place.toString()), engine, file);
            cache.used(place);
            return network;
        });
    }

    private static <T> T onDeepStack(Callable<T> work) {
        try {
            return DeepStack.run("open-openvino", work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ModelException("OpenVINO failed: %s".formatted(e.getMessage()), e);
        }
    }
}
