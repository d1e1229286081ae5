package io.imageseg.segment;

import io.imageseg.face.NetworkDivision;
import io.imageseg.face.NetworkHair;
import io.imageseg.own.ClassFormat;
import io.imageseg.own.ThingFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The user's own networks in place of built-in methods.
 *
 * @param hair has a class {@code hair}, see {@link NetworkHair}
 * @param faceParsing has classes named as {@link NetworkDivision} says
 * @param things finds vehicles, furniture or both; what it has no class of is found as without it
 */
public record OwnNetworks(
        Optional<OwnNetwork<ClassFormat>> hair,
        Optional<OwnNetwork<ClassFormat>> faceParsing,
        Optional<OwnNetwork<ThingFormat>> things) {
    /** The built-in methods. */
    public static final OwnNetworks NONE = new OwnNetworks(Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException if a network lacks a class or has one of no known name; names both */
    public OwnNetworks {
        hair.ifPresent(network -> require(network, NetworkHair::requireClasses));
        faceParsing.ifPresent(network -> require(network, NetworkDivision::requireClasses));
    }

    private static void require(OwnNetwork<ClassFormat> network, Consumer<ClassFormat> classes) {
        try {
            classes.accept(network.format());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the network %s: %s".formatted(network.name(), e.getMessage()), e);
        }
    }
}
