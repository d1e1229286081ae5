package io.imageseg.segment;

import io.imageseg.model.Engine;
import java.time.Duration;

/**
 * Hears what becomes of networks: {@code isnet}, {@code selfie}, {@code nanodet}, {@code centerface}, {@code face-mesh},
 * and the user's own, {@code hair}, {@code face-parsing} and {@code things}. It is told by whatever thread it happens in,
 * is quick and never throws.
 */
public interface NetworkListener {
    /** A network is loaded; of those that are loaded when this begins to listen, it is told at once. */
    default void loaded(String network, Engine engine) {}

    /** A network ran, by itself or until it failed. */
    default void ran(String network, Duration took) {}
}
