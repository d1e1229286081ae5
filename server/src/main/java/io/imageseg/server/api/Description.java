package io.imageseg.server.api;

import java.util.List;

/**
 * An operation as those see it who call it, made from the constants that its calls are checked by.
 *
 * @param parameters its own, beside those that every call has and beside Async
 * @param answer the members of its answer in JSON, beside RequestId
 */
public record Description(About about, List<ParameterDescription> parameters, Shape.Structure answer) {}
