package io.imageseg.server.api;

/** Keeps results for a while. */
public interface Results {
    /**
     * Stores a PNG file.
     *
     * @param origin scheme and authority under which the caller reaches the server
     * @return the address at which it can be fetched while it lives
     * @throws ApiException InvalidParameter.Transfer if it cannot be stored; nothing is left then
     */
    String store(byte[] png, String origin);
}
