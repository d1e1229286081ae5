package io.imageseg.conformance;

import java.util.Set;

/** @alicloud/pop-core, which signs with HMAC-SHA1 and has a class for no action. */
class NodeCoreTest extends ClientConformance {
    NodeCoreTest() {
        super(new Program.Node("pop.js"), Set.copyOf(Shape.OF_ACTION.keySet()));
    }

    @Override
    boolean sendsFiles() {
        return false;
    }
}
