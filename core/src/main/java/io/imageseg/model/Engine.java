package io.imageseg.model;

/**
 * What runs a network, each as its users name it.
 *
 * @param name of the engine
 * @param device what it computes on
 * @param precision in what it computes
 */
public record Engine(String name, String version, String device, String precision) {
    /** Of networks that are computed without a library. */
    public static final Engine JAVA =
            new Engine("Java", Integer.toString(Runtime.version().feature()), "CPU", "f32");

    /** {@code OpenVINO 2026.4.1, CPU, bf16}. */
    @Override
    public String toString() {
        return "%s %s, %s, %s".formatted(name, version, device, precision);
    }
}
