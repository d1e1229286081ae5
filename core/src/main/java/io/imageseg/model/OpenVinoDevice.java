package io.imageseg.model;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where OpenVINO compiles and runs networks.
 *
 * @param name as OpenVINO calls it, such as {@code CPU}
 * @param properties by OpenVINO's names
 */
record OpenVinoDevice(OpenVinoLibrary library, String name, Map<String, String> properties) {
    /** The same with one more property. */
    OpenVinoDevice with(String key, String value) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.put(key, value);
        return new OpenVinoDevice(library, name, all);
    }

    /** The compiled network of a file, owned by {@code owner}. */
    MemorySegment compile(OpenVinoHandles owner, Path file) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment core = owner.create(OpenVinoFunction.OV_CORE_FREE, OpenVinoFunction.OV_CORE_CREATE);
            MemorySegment device = arena.allocateFrom(name);
            properties.forEach((key, value) -> library.call(
                    OpenVinoFunction.OV_CORE_SET_PROPERTY,
                    core,
                    device,
                    arena.allocateFrom(key),
                    arena.allocateFrom(value)));
            return owner.create(
                    OpenVinoFunction.OV_COMPILED_MODEL_FREE,
                    OpenVinoFunction.OV_CORE_COMPILE_MODEL_FROM_FILE,
                    core,
                    arena.allocateFrom(file.toString()),
                    device,
                    0L);
        }
    }

    /** A property of the device itself. */
    String property(String key) {
        try (Arena arena = Arena.ofConfined();
                OpenVinoHandles handles = new OpenVinoHandles(library)) {
            MemorySegment core = handles.create(OpenVinoFunction.OV_CORE_FREE, OpenVinoFunction.OV_CORE_CREATE);
            return library.text(
                    OpenVinoFunction.OV_CORE_GET_PROPERTY, core, arena.allocateFrom(name), arena.allocateFrom(key));
        }
    }
}
