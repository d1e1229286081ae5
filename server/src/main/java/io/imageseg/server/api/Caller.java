package io.imageseg.server.api;

/**
 * Who calls.
 *
 * @param keyId the AccessKeyId
 * @param enabled whether the key's calls are served
 */
public record Caller(String keyId, boolean enabled, KeyLimits limits) {}
