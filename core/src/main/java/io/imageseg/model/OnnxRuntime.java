package io.imageseg.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ONNX Runtime, opened, as it loads networks. The memory pattern is off: on one network of 1024×1024 it costs memory and no
 * time is gained. Threads spin within a run alone: several networks share the cores, one after the other.
 *
 * @param threads intra-op threads
 */
record OnnxRuntime(OrtEnvironment environment, int threads) {
    /** What is made of a network to be kept is another with another number. */
    private static final int FORM = 2;

    /** @throws ModelException if the library is not there for this platform */
    static OnnxRuntime open(int threads) {
        try {
            return new OnnxRuntime(DeepStack.run("open-onnxruntime", OrtEnvironment::getEnvironment), threads);
        } catch (Exception | LinkageError e) {
            throw new ModelException("ONNX Runtime cannot be opened: %s".formatted(root(e)), e);
        }
    }

    /** A library that is not found is told of as the class that did not find it, and that as another that needs it. */
    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    Engine engine(String device) {
        return new Engine("ONNX Runtime", environment.getVersion(), device, "f32");
    }

    /** Whether the library comes with CUDA's part, by its files: asking the library itself would mean to load it. */
    static boolean comesWithCuda() {
        return Stream.of("linux-x64/libonnxruntime_providers_cuda.so", "win-x64/onnxruntime_providers_cuda.dll")
                .anyMatch(file -> OrtEnvironment.class.getResource("native/" + file) != null);
    }

    /** On the first CUDA device, in 32 bits without TF32's shorter ones; what it cannot run runs on the CPU. */
    Sessions loadOnCuda(Path file) throws OrtException {
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            throw new IllegalArgumentException("this build is without CUDA; the Maven profile cuda makes one with it");
        }
        try (SessionOptions options = options(threads);
                OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
            cuda.add("use_tf32", "0");
            options.addCUDA(cuda);
            return Sessions.of(environment.createSession(file.toString(), options));
        }
    }

    Sessions load(Path file) throws OrtException {
        try (SessionOptions options = options(threads)) {
            return Sessions.of(environment.createSession(file.toString(), options));
        }
    }

    Sessions load(byte[] network) throws OrtException {
        try (SessionOptions options = options(threads)) {
            return Sessions.ofSmall(environment.createSession(network, options));
        }
    }

    /**
     * What was made of the file's content before, else the file; kept only where it is known what the processor can do: what
     * is optimised for one need not run on another.
     */
    Sessions load(Path file, Path cache) throws OrtException {
        Optional<String> processor = Processor.features();
        if (processor.isEmpty()) {
            return load(file);
        }
        EngineCache kept = new EngineCache(cache);
        Path place =
                kept.place(file, "onnxruntime-%s-%d-%s".formatted(environment.getVersion(), FORM, processor.get()));
        Sessions sessions = new OptimizedNetwork(file, place, threads).open(environment, OnnxRuntime::options);
        kept.used(place);
        return sessions;
    }

    private static SessionOptions options(int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setMemoryPatternOptimization(false);
        options.addConfigEntry("session.force_spinning_stop", "1");
        return options;
    }
}
