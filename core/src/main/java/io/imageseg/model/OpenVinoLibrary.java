package io.imageseg.model;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * OpenVINO's C library. It stays loaded until the process ends: its threads outlive the networks, and would run code
 * that is gone.
 */
final class OpenVinoLibrary {
    private static final String FILE = "(lib)?openvino_c\\.(so|dylib|dll|[0-9]).*";
    private static final long MOST_TEXT = 1 << 16;

    private final Map<OpenVinoFunction, MethodHandle> functions = new EnumMap<>(OpenVinoFunction.class);

    /**
     * Loads it.
     *
     * @param folder holds {@code libopenvino_c.so} and what that needs
     * @throws ModelException if it is not there, cannot be loaded or lacks a function
     */
    OpenVinoLibrary(Path folder) {
        try {
            Linker linker = Linker.nativeLinker();
            SymbolLookup symbols = SymbolLookup.libraryLookup(find(folder), Arena.global());
            for (OpenVinoFunction function : OpenVinoFunction.values()) {
                MemorySegment address = symbols.find(function.symbol())
                        .orElseThrow(() -> new IllegalArgumentException("it lacks " + function.symbol()));
                functions.put(function, linker.downcallHandle(address, function.descriptor(), function.options()));
            }
        } catch (IOException | IllegalArgumentException | IllegalCallerException | UnsupportedOperationException e) {
            throw new ModelException("OpenVINO cannot be loaded from %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static Path find(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no such folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches(FILE))
                    .min(Path::compareTo)
                    .orElseThrow(() -> new IOException("libopenvino_c is not there"))
                    .toAbsolutePath();
        }
    }

    /**
     * Calls a function that gives a status.
     *
     * @throws ModelException if the status is not OK; says what the library says
     */
    void call(OpenVinoFunction function, Object... arguments) {
        int status = (int) invoke(function, arguments);
        if (status != 0) {
            MemorySegment text = (MemorySegment) invoke(OpenVinoFunction.OV_GET_LAST_ERR_MSG);
            String message = read(text);
            release(OpenVinoFunction.OV_FREE, text);
            String kind = read((MemorySegment) invoke(OpenVinoFunction.OV_GET_ERROR_INFO, status));
            throw new ModelException("%s: %s %s"
                    .formatted(function.symbol(), kind, message.strip())
                    .strip());
        }
    }

    /** Calls a function that gives neither status nor value. */
    void release(OpenVinoFunction function, MemorySegment memory) {
        Object _ = invoke(function, memory);
    }

    /** Calls a function that takes the place of a text as its last argument, and frees that text. */
    String text(OpenVinoFunction function, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(ADDRESS);
            call(function, with(place, arguments));
            MemorySegment text = place.get(ADDRESS, 0);
            try {
                return read(text);
            } finally {
                release(OpenVinoFunction.OV_FREE, text);
            }
        }
    }

    /** The arguments, and then one more. */
    static Object[] with(MemorySegment last, Object... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of(last)).toArray();
    }

    /** Such as {@code 2026.4.1}. */
    String version() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment version = arena.allocate(OpenVinoLayouts.VERSION);
            call(OpenVinoFunction.OV_GET_OPENVINO_VERSION, version);
            try {
                return read(version.get(ADDRESS, 0)).replaceFirst("-.*", "");
            } finally {
                release(OpenVinoFunction.OV_VERSION_FREE, version);
            }
        }
    }

    private static String read(MemorySegment text) {
        return text.equals(MemorySegment.NULL)
                ? ""
                : text.reinterpret(MOST_TEXT).getString(0);
    }

    private Object invoke(OpenVinoFunction function, Object... arguments) {
        MethodHandle handle = functions.get(function);
        if (handle == null) {
            throw new AssertionError("every function was looked up");
        }
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a native call throws nothing checked", e);
        }
    }
}
