package io.imageseg.bench.process;

import java.util.List;

/**
 * A processor.
 *
 * @param flags those that say how fast networks run on it, as Linux names them
 */
public record Processor(String name, List<String> flags) {
    private static final List<String> MATTER =
            List.of("avx2", "avx512f", "avx_vnni", "avx512_vnni", "avx512_bf16", "amx_tile", "amx_bf16", "amx_int8");

    static Processor of(String name, String flags) {
        List<String> all = List.of(flags.split(" "));
        return new Processor(name, MATTER.stream().filter(all::contains).toList());
    }

    /** Whether it computes in bf16. */
    public boolean hasBf16() {
        return flags.contains("avx512_bf16") || flags.contains("amx_bf16");
    }

    @Override
    public String toString() {
        return "%s, %d cores, %s"
                .formatted(
                        name,
                        Runtime.getRuntime().availableProcessors(),
                        flags.isEmpty() ? "none of " + String.join(" ", MATTER) : String.join(" ", flags));
    }
}
