package io.imageseg.server.http;

import java.util.Optional;

/**
 * Where to listen.
 *
 * @param port 0 for any that is free
 * @param identity for TLS beside plain HTTP
 */
public record Endpoint(String host, int port, Optional<TlsIdentity> identity) {}
