package io.imageseg.server.api;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.XmlWriteFeature;

/**
 * Answers in JSON or XML. Names are the records' own with a capital first letter; a list is, in XML, an element
 * repeated.
 */
final class AnswerWriter {
    /** What XML 1.0 cannot hold, even escaped (section 2.2), and halves of pairs, which UTF-8 cannot; callers may send both. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ObjectMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .build();
    private final ObjectMapper xml = XmlMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .defaultUseWrapper(false)
            .enable(XmlWriteFeature.WRITE_XML_DECLARATION)
            .build();

    private record Success(String requestId, Object data) {}

    private record Failure(String requestId, String hostId, String code, String message) {}

    Answer success(ApiCall call, String action, Object data) {
        return write(200, call.format(), action + "Response", new Success(call.id(), data), Optional.empty());
    }

    Answer failure(String id, String host, Format format, ApiException failure) {
        String message = UNWRITABLE.matcher(failure.text()).replaceAll("\uFFFD");
        Failure body = new Failure(id, host, failure.code().code(), message);
        return write(failure.code().status(), format, "Error", body, failure.retryAfter());
    }

    private Answer write(int status, Format format, String root, Object body, Optional<Duration> retryAfter) {
        return switch (format) {
            case JSON -> new Answer(status, "application/json;charset=utf-8", json.writeValueAsBytes(body), retryAfter);
            case XML -> {
                ObjectWriter named = xml.writer().withRootName(root);
                yield new Answer(status, "text/xml;charset=utf-8", named.writeValueAsBytes(body), retryAfter);
            }
        };
    }
}
