package io.imageseg.conformance.client;

import com.aliyun.imageseg20191230.Client;
import com.aliyun.imageseg20191230.models.GetAsyncJobResultRequest;
import com.aliyun.imageseg20191230.models.ParseFaceAdvanceRequest;
import com.aliyun.imageseg20191230.models.ParseFaceRequest;
import com.aliyun.imageseg20191230.models.RefineMaskAdvanceRequest;
import com.aliyun.imageseg20191230.models.RefineMaskRequest;
import com.aliyun.imageseg20191230.models.SegmentBodyAdvanceRequest;
import com.aliyun.imageseg20191230.models.SegmentBodyRequest;
import com.aliyun.imageseg20191230.models.SegmentCommodityAdvanceRequest;
import com.aliyun.imageseg20191230.models.SegmentCommodityRequest;
import com.aliyun.imageseg20191230.models.SegmentCommonImageAdvanceRequest;
import com.aliyun.imageseg20191230.models.SegmentCommonImageRequest;
import com.aliyun.imageseg20191230.models.SegmentFaceAdvanceRequest;
import com.aliyun.imageseg20191230.models.SegmentFaceRequest;
import com.aliyun.imageseg20191230.models.SegmentFurnitureAdvanceRequest;
import com.aliyun.imageseg20191230.models.SegmentFurnitureRequest;
import com.aliyun.imageseg20191230.models.SegmentHairAdvanceRequest;
import com.aliyun.imageseg20191230.models.SegmentHairRequest;
import com.aliyun.imageseg20191230.models.SegmentHeadAdvanceRequest;
import com.aliyun.imageseg20191230.models.SegmentHeadRequest;
import com.aliyun.imageseg20191230.models.SegmentVehicleAdvanceRequest;
import com.aliyun.imageseg20191230.models.SegmentVehicleRequest;
import com.aliyun.tea.TeaModel;
import com.aliyun.teautil.models.RuntimeOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The methods and classes that com.aliyun:imageseg20191230 has for the actions. */
final class TeaModels {
    private static final Map<String, Model> BY_ADDRESS = Map.ofEntries(
            Map.entry("SegmentBody", (c, p, r) -> c.segmentBodyWithOptions(SegmentBodyRequest.build(p), r)),
            Map.entry("SegmentHead", (c, p, r) -> c.segmentHeadWithOptions(SegmentHeadRequest.build(p), r)),
            Map.entry("SegmentFace", (c, p, r) -> c.segmentFaceWithOptions(SegmentFaceRequest.build(p), r)),
            Map.entry("SegmentHair", (c, p, r) -> c.segmentHairWithOptions(SegmentHairRequest.build(p), r)),
            Map.entry("ParseFace", (c, p, r) -> c.parseFaceWithOptions(ParseFaceRequest.build(p), r)),
            Map.entry(
                    "SegmentCommodity",
                    (c, p, r) -> c.segmentCommodityWithOptions(SegmentCommodityRequest.build(p), r)),
            Map.entry(
                    "SegmentCommonImage",
                    (c, p, r) -> c.segmentCommonImageWithOptions(SegmentCommonImageRequest.build(p), r)),
            Map.entry(
                    "SegmentFurniture",
                    (c, p, r) -> c.segmentFurnitureWithOptions(SegmentFurnitureRequest.build(p), r)),
            Map.entry("SegmentVehicle", (c, p, r) -> c.segmentVehicleWithOptions(SegmentVehicleRequest.build(p), r)),
            Map.entry("RefineMask", (c, p, r) -> c.refineMaskWithOptions(RefineMaskRequest.build(p), r)),
            Map.entry(
                    "GetAsyncJobResult",
                    (c, p, r) -> c.getAsyncJobResultWithOptions(GetAsyncJobResultRequest.build(p), r)));

    private static final Map<String, Model> BY_FILE = Map.ofEntries(
            Map.entry(
                    "SegmentBody",
                    (c, p, r) -> c.segmentBodyAdvance(
                            new SegmentBodyAdvanceRequest().setImageURLObject(file(p, "ImageURL")), r)),
            Map.entry(
                    "SegmentHead",
                    (c, p, r) -> c.segmentHeadAdvance(
                            new SegmentHeadAdvanceRequest().setImageURLObject(file(p, "ImageURL")), r)),
            Map.entry(
                    "SegmentFace",
                    (c, p, r) -> c.segmentFaceAdvance(
                            new SegmentFaceAdvanceRequest().setImageURLObject(file(p, "ImageURL")), r)),
            Map.entry(
                    "SegmentHair",
                    (c, p, r) -> c.segmentHairAdvance(
                            new SegmentHairAdvanceRequest().setImageURLObject(file(p, "ImageURL")), r)),
            Map.entry(
                    "ParseFace",
                    (c, p, r) -> c.parseFaceAdvance(
                            new ParseFaceAdvanceRequest().setImageURLObject(file(p, "ImageURL")), r)),
            Map.entry(
                    "SegmentCommodity",
                    (c, p, r) -> c.segmentCommodityAdvance(
                            new SegmentCommodityAdvanceRequest().setImageURLObject(file(p, "ImageURL")), r)),
            Map.entry(
                    "SegmentCommonImage",
                    (c, p, r) -> c.segmentCommonImageAdvance(
                            new SegmentCommonImageAdvanceRequest().setImageURLObject(file(p, "ImageURL")), r)),
            Map.entry(
                    "SegmentFurniture",
                    (c, p, r) -> c.segmentFurnitureAdvance(
                            new SegmentFurnitureAdvanceRequest().setImageURLObject(file(p, "ImageURL")), r)),
            Map.entry(
                    "SegmentVehicle",
                    (c, p, r) -> c.segmentVehicleAdvance(
                            new SegmentVehicleAdvanceRequest().setImageURLObject(file(p, "ImageURL")), r)),
            Map.entry(
                    "RefineMask",
                    (c, p, r) -> c.refineMaskAdvance(
                            new RefineMaskAdvanceRequest()
                                    .setImageURLObject(file(p, "ImageURL"))
                                    .setMaskImageURLObject(file(p, "MaskImageURL")),
                            r)));

    private TeaModels() {}

    /** The library's method for an action. */
    interface Model {
        TeaModel call(Client client, Map<String, String> parameters, RuntimeOptions options) throws Exception;
    }

    /** @param isFile whether images are paths of files, to be sent first, in place of addresses */
    static Model of(String action, boolean isFile) {
        return Objects.requireNonNull((isFile ? BY_FILE : BY_ADDRESS).get(action), action);
    }

    /** To be closed by the library. */
    private static InputStream file(Map<String, String> parameters, String name) throws IOException {
        return Files.newInputStream(Path.of(parameters.get(name)));
    }
}
