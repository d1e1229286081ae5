package io.imageseg.server.api;

import java.util.List;

/** A parameter of an operation. */
public sealed interface ParameterDescription {
    /** As callers write it. */
    String name();

    /** Whether a call without it is refused. */
    boolean required();

    /** What people read of it. */
    Texts description();

    /** The address of a picture; it is always required. */
    record Image(String name, Texts description, PictureLimits limits) implements ParameterDescription {
        @Override
        public boolean required() {
            return true;
        }
    }

    /** One of some values; where it may be absent, the first is what absence means. */
    record Choice(String name, boolean required, Texts description, List<Option> options)
            implements ParameterDescription {}

    /** A value of a choice and what it is called. */
    record Option(String value, Texts label) {}

    /** Any text. */
    record Text(String name, boolean required, Texts description) implements ParameterDescription {}
}
