package io.imageseg.server.upload;

import io.imageseg.server.api.Answer;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.XmlWriteFeature;

/** Answers to forms, in the XML of object stores. */
final class UploadAnswers {
    private final ObjectMapper xml = XmlMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .enable(XmlWriteFeature.WRITE_XML_DECLARATION)
            .build();

    private record Created(String bucket, String eTag, String key, String location) {}

    private record Failure(String code, String message, String requestId, String hostId) {}

    Answer created(String origin, Uploads.Kept kept) {
        BucketAddress address = BucketAddress.of(origin);
        String location = origin.substring(0, origin.indexOf("://") + 3) + address.authority() + "/" + kept.key();
        return written(
                201, "PostResponse", new Created(address.bucket(), "\"" + kept.md5() + "\"", kept.key(), location));
    }

    Answer refused(String id, String origin, UploadException failure) {
        String host = origin.substring(origin.indexOf("://") + 3);
        UploadRefusal refusal = failure.refusal();
        return written(refusal.status(), "Error", new Failure(refusal.code(), failure.text(), id, host));
    }

    private Answer written(int status, String root, Object members) {
        byte[] body = xml.writer().withRootName(root).writeValueAsBytes(members);
        return new Answer(status, "application/xml", body, Optional.empty());
    }
}
