package io.imageseg.server.console;

import io.imageseg.server.api.ParameterDescription;
import io.imageseg.server.api.PictureLimits;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of parameters. */
final class ParameterSchemas {
    private ParameterSchemas() {}

    static ObjectNode of(ParameterDescription parameter) {
        ObjectNode schema = JsonMapper.shared().createObjectNode().put("type", "string");
        if (parameter instanceof ParameterDescription.Choice choice) {
            ArrayNode values = schema.putArray("enum");
            choice.options().forEach(option -> values.add(option.value()));
            if (!choice.required()) {
                schema.put("default", choice.options().getFirst().value());
            }
        }
        return schema;
    }

    static String description(ParameterDescription parameter) {
        return switch (parameter) {
            case ParameterDescription.Image image -> image.description().en() + " " + described(image.limits());
            default -> parameter.description().en();
        };
    }

    private static String described(PictureLimits limits) {
        String ratio = Double.isInfinite(limits.maxRatio())
                ? ""
                : text(", the longer at most %.0f times the shorter", limits.maxRatio());
        return text(
                "An http, https or data URL of a file of at most %d bytes: %s; shorter side %d to %d pixels, longer side"
                        + " %d to %d%s, at most %d pixels in all.",
                limits.maxBytes(),
                String.join(", ", limits.formats()),
                limits.minSide(),
                limits.maxShortSide(),
                limits.minLongSide(),
                limits.maxSide(),
                ratio,
                limits.maxPixels());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
