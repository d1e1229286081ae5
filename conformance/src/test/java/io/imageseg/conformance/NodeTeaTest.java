package io.imageseg.conformance;

import java.util.Set;

/** {@code @alicloud/imageseg20191230} 4, which signs by ACS3. */
class NodeTeaTest extends ClientConformance {
    NodeTeaTest() {
        super(new Program.Node("tea.js"), Set.of("SegmentFace", "SegmentVehicle", "SegmentFurniture"));
    }
}
