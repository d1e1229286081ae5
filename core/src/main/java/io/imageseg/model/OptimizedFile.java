package io.imageseg.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network as ONNX Runtime has optimised it for this machine, kept so that it need not be optimised again: opening takes
 * less time and, since the weights are laid out once and not twice, less memory. Its name holds its checksum. Whatever
 * cannot be kept or read is no failure: the network itself is opened then.
 *
 * @param file the network itself
 * @param place where what was made of its content by this version for this processor is kept
 */
record OptimizedFile(Path file, Path place) {
    private static final Duration WRITING = Duration.ofHours(1);
    private static final String DRAFT = "draft.*\\.onnx";
    private static final String KEPT = "optimized-[0-9a-f]{8}\\.onnx";

    /** Makes fresh options. */
    @FunctionalInterface
    interface Options {
        OrtSession.SessionOptions make() throws OrtException;
    }

    /** Opens what is kept, else the network itself, and keeps what comes of that. */
    OrtSession open(OrtEnvironment environment, Options options) throws OrtException {
        Optional<Path> kept = kept();
        if (kept.isPresent()) {
            try (OrtSession.SessionOptions asItIs = options.make()) {
                asItIs.setOptimizationLevel(OptLevel.NO_OPT);
                return environment.createSession(kept.get().toString(), asItIs);
            } catch (OrtException _) {
                remove(kept.get());
            }
        }
        return keeping(environment, options);
    }

    private OrtSession keeping(OrtEnvironment environment, Options options) throws OrtException {
        Path draft;
        try {
            Files.createDirectories(place);
            draft = Files.createTempFile(place, "draft", ".onnx");
        } catch (IOException _) {
            return opened(environment, options);
        }
        try (OrtSession.SessionOptions saving = options.make()) {
            saving.setOptimizedModelFilePath(draft.toString());
            // It warns that the file is for this machine alone.
            saving.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            OrtSession session = environment.createSession(file.toString(), saving);
            keep(draft);
            return session;
        } catch (OrtException _) {
            // The network may be at fault, or the disk full.
            return opened(environment, options);
        } finally {
            remove(draft);
        }
    }

    private OrtSession opened(OrtEnvironment environment, Options options) throws OrtException {
        try (OrtSession.SessionOptions plain = options.make()) {
            return environment.createSession(file.toString(), plain);
        }
    }

    private void keep(Path draft) {
        try {
            Path kept = place.resolve("optimized-%08x.onnx".formatted(Checksum.of(draft)));
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            // It is made anew next time.
        }
    }

    /** The file that is whole; others are removed, and what processes left that ended while they wrote. */
    private Optional<Path> kept() {
        files(DRAFT).filter(OptimizedFile::isOld).forEach(OptimizedFile::remove);
        Optional<Path> whole = Optional.empty();
        for (Path one : files(KEPT).toList()) {
            if (whole.isEmpty() && isWhole(one)) {
                whole = Optional.of(one);
            } else {
                remove(one);
            }
        }
        return whole;
    }

    private Stream<Path> files(String names) {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(one -> one.getFileName().toString().matches(names)).toList().stream();
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

    private static boolean isWhole(Path one) {
        try {
            return one.endsWith("optimized-%08x.onnx".formatted(Checksum.of(one)));
        } catch (IOException _) {
            return false;
        }
    }

    private static void remove(Path one) {
        try {
            Files.deleteIfExists(one);
        } catch (IOException _) {
            // Swept with its folder one day.
        }
    }
}
