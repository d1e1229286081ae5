package io.imageseg.server.api;

/**
 * Who calls.
 *
 * @param keyId the AccessKeyId
 */
public record Caller(String keyId) {}
