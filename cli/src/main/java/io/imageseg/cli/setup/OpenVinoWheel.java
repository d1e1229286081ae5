package io.imageseg.cli.setup;

import java.util.List;
import java.util.Optional;

/**
 * The package of OpenVINO for a platform, as the Python registry has it. Its libraries are taken; Python's part is not,
 * so that it does not matter for which Python it was made.
 *
 * @param file the file's name
 * @param sha256 of that file, in hex
 * @param selection what makes the pip client choose it, whatever machine that runs on
 */
record OpenVinoWheel(String version, String file, String sha256, List<String> selection) {
    private static final OpenVinoWheel LINUX_X86_64 = new OpenVinoWheel(
            "2026.4.1",
            "openvino-2026.4.1-22982-cp311-cp311-manylinux_2_28_x86_64.whl",
            "2d22b1da03f7caf74df30e9f6417d0ab2f637e4a38e08e1dcd294d2c37407aaf",
            List.of("--implementation=cp", "--python-version=3.11", "--abi=cp311", "--platform=manylinux_2_28_x86_64"));

    /** The C API, the runtime, the CPU's plug-in, the readers of ONNX and of what was compiled, threads. */
    private static final List<String> LIBRARIES = List.of(
            "libopenvino_c.so.2641",
            "libopenvino.so.2641",
            "libopenvino_intel_cpu_plugin.so",
            "libopenvino_onnx_frontend.so.2641",
            "libopenvino_ir_frontend.so.2641",
            "libtbb.so.12",
            "libtbbmalloc.so.2",
            "libtbbbind_2_5.so.3",
            "libhwloc.so.15");

    /** That of this machine, if there is one. */
    static Optional<OpenVinoWheel> ofThisMachine() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Optional<OpenVinoWheel> of(String system, String processor) {
        return system.equals("Linux") && processor.equals("amd64") ? Optional.of(LINUX_X86_64) : Optional.empty();
    }

    /** Under which name an entry is unpacked, if it is needed: a library, or a licence. */
    Optional<String> target(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1);
        if (entry.equals("openvino/libs/" + name) && LIBRARIES.contains(name)) {
            return Optional.of(name);
        }
        boolean licence = entry.startsWith("openvino-%s.dist-info/licenses/".formatted(version)) && !name.isEmpty();
        return licence ? Optional.of("licenses/" + name) : Optional.empty();
    }
}
