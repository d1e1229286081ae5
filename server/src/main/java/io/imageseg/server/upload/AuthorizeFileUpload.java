package io.imageseg.server.upload;

import io.imageseg.server.api.About;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.Caller;
import io.imageseg.server.api.Description;
import io.imageseg.server.api.Immediate;
import io.imageseg.server.api.ParameterDescription;
import io.imageseg.server.api.Shape;
import io.imageseg.server.api.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Gives leave to send one file, and says where to and how. */
public final class AuthorizeFileUpload implements Immediate {
    /** How long leave lasts; shorter than the file's life, so that nobody sends one again when it has gone. */
    private static final Duration LEAVE = Duration.ofMinutes(15);

    private static final String PRODUCT = "Product";
    private static final String THIS = "imageseg";

    private static final About ABOUT = new About(
            About.Family.FILES,
            new Texts("Leave to send a file", "授权上传文件"),
            new Texts(
                    "Gives leave to send one file to this server, which calls can then name by its address.",
                    "授权向本服务器上传一个文件，之后的调用可使用其地址。"));

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
    public Description description() {
        ParameterDescription product = new ParameterDescription.Choice(
                PRODUCT,
                true,
                new Texts("Whom the file is for.", "文件所属的产品。"),
                List.of(new ParameterDescription.Option(THIS, new Texts("This service", "本服务"))));
        return new Description(ABOUT, List.of(product), Shape.of(Leave.class));
    }

    @Override
    public Object respond(ApiCall call, Caller caller) {
        call.parameters().requireOneOf(PRODUCT, THIS);
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
