package io.imageseg.conformance.client;

import com.aliyuncs.RpcAcsRequest;
import com.aliyuncs.imageseg.model.v20191230.GetAsyncJobResultRequest;
import com.aliyuncs.imageseg.model.v20191230.ParseFaceRequest;
import com.aliyuncs.imageseg.model.v20191230.RefineMaskRequest;
import com.aliyuncs.imageseg.model.v20191230.SegmentBodyRequest;
import com.aliyuncs.imageseg.model.v20191230.SegmentCommodityRequest;
import com.aliyuncs.imageseg.model.v20191230.SegmentCommonImageRequest;
import com.aliyuncs.imageseg.model.v20191230.SegmentFaceRequest;
import com.aliyuncs.imageseg.model.v20191230.SegmentFurnitureRequest;
import com.aliyuncs.imageseg.model.v20191230.SegmentHairRequest;
import com.aliyuncs.imageseg.model.v20191230.SegmentHeadRequest;
import com.aliyuncs.imageseg.model.v20191230.SegmentVehicleRequest;
import java.util.Map;
import java.util.function.Consumer;

/** The classes that aliyun-java-sdk-imageseg has for the actions. */
final class CoreModels {
    private CoreModels() {}

    /** A request with the parameters set that are given. */
    static RpcAcsRequest<?> of(String action, Map<String, String> parameters) {
        return switch (action) {
            case "SegmentBody" -> {
                var request = new SegmentBodyRequest();
                given(parameters, "ImageURL", request::setImageURL);
                given(parameters, "ReturnForm", request::setReturnForm);
                given(parameters, "Async", async -> request.setAsync(Boolean.valueOf(async)));
                yield request;
            }
            case "SegmentHead" -> {
                var request = new SegmentHeadRequest();
                given(parameters, "ImageURL", request::setImageURL);
                given(parameters, "ReturnForm", request::setReturnForm);
                yield request;
            }
            case "SegmentFace" -> {
                var request = new SegmentFaceRequest();
                given(parameters, "ImageURL", request::setImageURL);
                yield request;
            }
            case "SegmentHair" -> {
                var request = new SegmentHairRequest();
                given(parameters, "ImageURL", request::setImageURL);
                yield request;
            }
            case "ParseFace" -> {
                var request = new ParseFaceRequest();
                given(parameters, "ImageURL", request::setImageURL);
                yield request;
            }
            case "SegmentCommodity" -> {
                var request = new SegmentCommodityRequest();
                given(parameters, "ImageURL", request::setImageURL);
                given(parameters, "ReturnForm", request::setReturnForm);
                yield request;
            }
            case "SegmentCommonImage" -> {
                var request = new SegmentCommonImageRequest();
                given(parameters, "ImageURL", request::setImageURL);
                given(parameters, "ReturnForm", request::setReturnForm);
                yield request;
            }
            case "SegmentFurniture" -> {
                var request = new SegmentFurnitureRequest();
                given(parameters, "ImageURL", request::setImageURL);
                yield request;
            }
            case "SegmentVehicle" -> {
                var request = new SegmentVehicleRequest();
                given(parameters, "ImageURL", request::setImageURL);
                yield request;
            }
            case "RefineMask" -> {
                var request = new RefineMaskRequest();
                given(parameters, "ImageURL", request::setImageURL);
                given(parameters, "MaskImageURL", request::setMaskImageURL);
                yield request;
            }
            case "GetAsyncJobResult" -> {
                var request = new GetAsyncJobResultRequest();
                given(parameters, "JobId", request::setJobId);
                yield request;
            }
            default -> throw new IllegalArgumentException(action);
        };
    }

    private static void given(Map<String, String> parameters, String name, Consumer<String> setter) {
        if (parameters.containsKey(name)) {
            setter.accept(parameters.get(name));
        }
    }
}
