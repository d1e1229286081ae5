package io.imageseg.model;

import java.nio.file.Path;

/**
 * How OpenVINO is used.
 *
 * @param library the folder that holds its libraries, {@code libopenvino_c} among them
 * @param device as OpenVINO calls it, such as {@code CPU}
 * @param threads of a CPU, usually the number of cores
 * @param cache the folder where compiled networks are kept; it is made if it is not there, and may be removed. OpenVINO
 *     knows a network again by its file's name, size and time of change, in whole seconds
 */
public record OpenVinoOptions(Path library, String device, Precision precision, int threads, Path cache) {}
