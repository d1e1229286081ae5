package io.imageseg.server.operator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.imageseg.server.api.KeyLimits;
import java.time.Duration;

/** What an operator asks for. Holds no secret. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = KeyCommand.Create.class, name = "create"),
    @JsonSubTypes.Type(value = KeyCommand.Show.class, name = "show"),
    @JsonSubTypes.Type(value = KeyCommand.Enable.class, name = "enable"),
    @JsonSubTypes.Type(value = KeyCommand.Entitle.class, name = "entitle"),
    @JsonSubTypes.Type(value = KeyCommand.Limit.class, name = "limit"),
    @JsonSubTypes.Type(value = KeyCommand.Rotate.class, name = "rotate"),
    @JsonSubTypes.Type(value = KeyCommand.CountUsage.class, name = "usage")
})
public sealed interface KeyCommand {
    /**
     * Makes a key.
     *
     * @param name what the operator calls it, empty for nothing
     * @param operator whether it may operate the server by its console
     */
    record Create(String name, KeyLimits limits, boolean operator) implements KeyCommand {}

    /** Shows all keys. */
    record Show() implements KeyCommand {}

    /** Serves a key's calls, or refuses them. */
    record Enable(String id, boolean enabled) implements KeyCommand {}

    /** Lets a key operate the server by its console, or no more. */
    record Entitle(String id, boolean operator) implements KeyCommand {}

    /**
     * Changes what a key may do.
     *
     * @param isAboutActions whether the actions of {@code limits} are to hold; else they stay as they are
     * @param isAboutRate whether its rate is to hold; else it stays as it is
     */
    record Limit(String id, boolean isAboutActions, boolean isAboutRate, KeyLimits limits) implements KeyCommand {}

    /**
     * Gives a key another secret.
     *
     * @param grace how long the one it has still holds
     */
    record Rotate(String id, Duration grace) implements KeyCommand {}

    /** Shows what the keys were used for on the last days, today among them. */
    record CountUsage(int days) implements KeyCommand {}
}
