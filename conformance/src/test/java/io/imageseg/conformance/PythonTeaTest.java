package io.imageseg.conformance;

import java.util.Set;

/** alibabacloud_imageseg20191230 4, which signs by ACS3. */
class PythonTeaTest extends ClientConformance {
    PythonTeaTest() {
        super(
                new Program.Python("python-tea", "client.py"),
                Set.of("SegmentFace", "SegmentVehicle", "SegmentFurniture"));
    }
}
