package io.imageseg.server.upload;

import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.Caller;
import io.imageseg.server.api.Immediate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Gives leave to send one file, and says where to and how. */
public final class AuthorizeFileUpload implements Immediate {
    /** How long leave lasts; shorter than the file's life, so that nobody sends one again when it has gone. */
    private static final Duration LEAVE = Duration.ofMinutes(15);

    private final UploadFolder folder;
    private final PolicySeal seal;
    private final long maxBytes;
    private final Clock clock;

    /** @param maxBytes the largest file that may be sent */
    public AuthorizeFileUpload(UploadFolder folder, PolicySeal seal, long maxBytes, Clock clock) {
        this.folder = folder;
        this.seal = seal;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "AuthorizeFileUpload";
    }

    @Override
    public List<String> versions() {
        return List.of("2019-12-19");
    }

    @Override
    public Object respond(ApiCall call, Caller caller) {
        call.parameters().requireOneOf("Product", "imageseg");
        BucketAddress address = BucketAddress.of(call.request().origin());
        String key = folder.newKey();
        PolicySeal.Sealed sealed =
                seal.seal(new UploadPolicy(key, maxBytes, clock.instant().plus(LEAVE), caller.keyId()));
        return new Leave(
                caller.keyId(), address.bucket(), address.endpoint(), sealed.encoded(), key, sealed.signature(), false);
    }

    private record Leave(
            String accessKeyId,
            String bucket,
            String endpoint,
            String encodedPolicy,
            String objectKey,
            String signature,
            boolean useAccelerate) {}
}
