package io.imageseg.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.imageseg.onnx.IdleCasts;
import io.imageseg.onnx.OnnxNetwork;
import io.imageseg.onnx.SplitConcats;
import io.imageseg.onnx.SplitTaps;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network as ONNX Runtime has optimised it for this machine, without idle conversions ({@link IdleCasts}), concatenations
 * ({@link SplitConcats}) and convolutions to one channel ({@link SplitTaps}) and with a plan of the memory of its runs
 * ({@link MemoryPlan}), kept so that it need not be made again: a folder with the graph and, in a file of their own, the
 * weights. The runtime maps those into memory, so that opening reads nothing and several processes share them. The folder's
 * name holds the checksums of both. Whatever cannot be made, kept or read is no failure: the network itself is opened then.
 *
 * @param file the network itself
 * @param place where what was made of its content by this version for this processor is kept
 * @param threads of a run
 */
record OptimizedNetwork(Path file, Path place, int threads) {
    private static final Duration WRITING = Duration.ofHours(1);
    private static final String DRAFT = "draft";
    private static final String KEPT = "optimized-";
    private static final String SPLIT = "split.onnx";
    private static final String GRAPH = "network.onnx";
    private static final String WEIGHTS = "weights.bin";

    /** Makes fresh options for a session on so many threads. */
    @FunctionalInterface
    interface Options {
        SessionOptions make(int threads) throws OrtException;
    }

    /** Opens what is kept, made first where it is not there or not whole; else the network itself. */
    Sessions open(OrtEnvironment environment, Options options) throws OrtException {
        Optional<Sessions> session = openKept(environment, options);
        if (session.isEmpty()) {
            make(environment, options);
            session = openKept(environment, options);
        }
        return session.isPresent() ? session.get() : openFile(environment, options);
    }

    private Optional<Sessions> openKept(OrtEnvironment environment, Options options) throws OrtException {
        Optional<Path> kept = kept();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(kept.get(), environment, options));
        } catch (OrtException | IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            remove(kept.get());
            return Optional.empty();
        }
    }

    private Sessions open(Path kept, OrtEnvironment environment, Options options) throws OrtException, IOException {
        Path graph = kept.resolve(GRAPH);
        OnnxNetwork network = OnnxNetwork.read(Files.readAllBytes(graph));
        MappedWeights weights = new MappedWeights(environment, network, kept.resolve(WEIGHTS));
        try {
            OrtSession wide = session(graph, weights, environment, options, threads);
            int half = threads / 2;
            return Sessions.of(
                    wide, half == 0 ? null : () -> session(graph, weights, environment, options, half), weights);
        } catch (OrtException e) {
            weights.close();
            throw e;
        }
    }

    private static OrtSession session(
            Path graph, MappedWeights weights, OrtEnvironment environment, Options options, int threads)
            throws OrtException {
        try (SessionOptions asItIs = options.make(threads)) {
            asItIs.setOptimizationLevel(OptLevel.NO_OPT);
            asItIs.setCPUArenaAllocator(false);
            weights.addTo(asItIs);
            return environment.createSession(graph.toString(), asItIs);
        }
    }

    private Sessions openFile(OrtEnvironment environment, Options options) throws OrtException {
        try (SessionOptions plain = options.make(threads)) {
            return Sessions.of(environment.createSession(file.toString(), plain));
        }
    }

    private void make(OrtEnvironment environment, Options options) {
        Path draft;
        try {
            Files.createDirectories(place);
            draft = Files.createTempDirectory(place, DRAFT);
        } catch (IOException _) {
            return;
        }
        try (Arena arena = Arena.ofShared()) {
            OnnxNetwork split = SplitTaps.in(SplitConcats.in(IdleCasts.in(OnnxNetwork.read(file, arena))));
            optimize(environment, options, split, draft);
            plan(environment, options, draft);
            Files.move(draft, place.resolve(name(draft)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | OrtException | IllegalArgumentException _) {
            // The network may be at fault, the disk full, or another process was quicker.
        } finally {
            remove(draft);
        }
    }

    private void optimize(OrtEnvironment environment, Options options, OnnxNetwork network, Path draft)
            throws IOException, OrtException {
        Path split = draft.resolve(SPLIT);
        network.write(split);
        try (SessionOptions saving = options.make(threads)) {
            saving.setOptimizedModelFilePath(draft.resolve(GRAPH).toString());
            saving.addConfigEntry("session.optimized_model_external_initializers_file_name", WEIGHTS);
            // It warns that the file is for this machine alone.
            saving.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            environment.createSession(split.toString(), saving).close();
        }
        Files.delete(split);
    }

    private void plan(OrtEnvironment environment, Options options, Path draft) throws IOException, OrtException {
        Path graph = draft.resolve(GRAPH);
        OnnxNetwork optimized = OnnxNetwork.read(Files.readAllBytes(graph));
        MemoryPlan plan;
        try (SessionOptions asItIs = options.make(threads)) {
            asItIs.setOptimizationLevel(OptLevel.NO_OPT);
            plan = RunProfile.of(graph, optimized, environment, asItIs)
                    .map(profile -> MemoryPlanner.plan(optimized, profile))
                    .orElse(MemoryPlan.NONE);
        }
        Files.delete(graph);
        plan.in(optimized).write(graph);
    }

    /** The folder that is whole; others are removed, and what processes left that ended while they wrote. */
    private Optional<Path> kept() {
        folders(DRAFT).filter(OptimizedNetwork::isOld).forEach(OptimizedNetwork::remove);
        Optional<Path> whole = Optional.empty();
        for (Path one : folders(KEPT).toList()) {
            if (whole.isEmpty() && isWhole(one)) {
                whole = Optional.of(one);
            } else {
                remove(one);
            }
        }
        return whole;
    }

    private Stream<Path> folders(String beginning) {
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(one -> one.getFileName().toString().startsWith(beginning)).toList().stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    private static boolean isOld(Path draft) {
        try {
            return Files.getLastModifiedTime(draft)
                    .toInstant()
                    .isBefore(Instant.now().minus(WRITING));
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isWhole(Path folder) {
        try {
            return folder.endsWith(name(folder));
        } catch (IOException _) {
            return false;
        }
    }

    /** What a folder with this content is called. */
    private static String name(Path folder) throws IOException {
        Path weights = folder.resolve(WEIGHTS);
        // The smallest stay in the graph; there may be no others.
        return "%s%08x-%08x"
                .formatted(KEPT, Checksum.of(folder.resolve(GRAPH)), Files.exists(weights) ? Checksum.of(weights) : 0);
    }

    private static void remove(Path folder) {
        try {
            EngineCache.remove(folder);
        } catch (IOException _) {
            // Swept with its place one day.
        }
    }
}
