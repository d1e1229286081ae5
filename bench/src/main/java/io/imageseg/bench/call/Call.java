package io.imageseg.bench.call;

import io.imageseg.server.auth.PercentEncoding;
import io.imageseg.server.auth.RpcSignature;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A call of the API, as yet unsigned.
 *
 * @param parameters the action's own
 */
public record Call(String action, Map<String, String> parameters) {
    /** All actions that cut. */
    public static final List<String> ACTIONS = List.of(
            "SegmentCommonImage",
            "SegmentCommodity",
            "SegmentBody",
            "SegmentHead",
            "SegmentFace",
            "SegmentHair",
            "ParseFace",
            "SegmentVehicle",
            "SegmentFurniture",
            "RefineMask");

    /** A call about one image. */
    public static Call of(String action, String imageUrl) {
        return new Call(action, Map.of("ImageURL", imageUrl));
    }

    /** The same with one more parameter. */
    public Call with(String name, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(name, value);
        return new Call(action, Map.copyOf(more));
    }

    /** Where it is sent to by GET, signed for this once. */
    public URI signed(URI server, Key key) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("Action", action);
        all.put("Version", "2019-12-30");
        all.put("Format", "JSON");
        all.put("AccessKeyId", key.id());
        all.put("SignatureMethod", "HMAC-SHA1");
        all.put("SignatureVersion", "1.0");
        all.put("SignatureNonce", UUID.randomUUID().toString());
        all.put("Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("Signature", RpcSignature.of("GET", all).sign(key.secret()));
        return server.resolve("/?" + PercentEncoding.query(all));
    }
}
