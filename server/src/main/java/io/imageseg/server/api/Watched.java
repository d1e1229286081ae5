package io.imageseg.server.api;

import java.time.Duration;
import java.util.Map;

/**
 * A call that was answered before somebody's eyes.
 *
 * @param id the RequestId
 * @param json the answer in JSON
 * @param xml the same in XML
 * @param took how long it took in all
 * @param stages how long each of its stages took, in their order
 */
public record Watched(String id, Answer json, Answer xml, Duration took, Map<String, Duration> stages) {}
