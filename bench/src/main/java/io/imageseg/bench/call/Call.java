package io.imageseg.bench.call;

import io.imageseg.server.auth.SignedQuery;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        return server.resolve("/?" + SignedQuery.of(action, parameters, key.id(), key.secret()));
    }
}
