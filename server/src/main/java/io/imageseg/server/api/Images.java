package io.imageseg.server.api;

/** Where images come from. */
public interface Images {
    /**
     * The file that a parameter's value names.
     *
     * @param address an http, https or data URL
     * @param origin scheme and authority under which the caller reached this server; what it keeps itself is not fetched
     *     over the network
     * @param maxBytes more than this is refused while it streams
     * @throws ApiException if the value is no such URL, leads where it may not, or cannot be fetched
     */
    byte[] fetch(String address, String origin, long maxBytes);

    /**
     * An address of the same image that can be fetched later too: the same, unless it leads to a file that this server
     * keeps only for a while; then a data URL with that file.
     *
     * @throws ApiException as {@link #fetch}, if it is such a file and is gone
     */
    default String lasting(String address, String origin) {
        return address;
    }
}
