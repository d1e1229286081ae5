package io.imageseg.server.api;

import java.util.List;

/** Something that a call can ask for by its name. */
public sealed interface Operation permits Action, Immediate {
    /** As callers write it, such as {@code SegmentCommodity}. */
    String name();

    /** What those see of it who call it. */
    Description description();

    /** The values of Version under which it is served, the documented one first. */
    default List<String> versions() {
        return List.of("2019-12-30", "2019-09-30");
    }
}
