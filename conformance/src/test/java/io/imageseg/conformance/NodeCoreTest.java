package io.imageseg.conformance;

import java.util.List;
import java.util.Set;

/** {@code @alicloud/pop-core}, which signs with HMAC-SHA1 and has a class for no action. */
class NodeCoreTest extends ClientConformance {
    NodeCoreTest() {
        super(new Program.Node("pop.js"), Set.copyOf(Shape.OF_ACTION.keySet()));
    }

    /** By POST all is in the form, by GET in the query. */
    @Override
    List<Dialect> dialects() {
        return List.of(Dialect.of("method", "POST"), Dialect.of("method", "GET"));
    }

    @Override
    boolean sendsFiles() {
        return false;
    }
}
