package io.imageseg.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.FullDisk;
import io.imageseg.server.api.Answer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadsTest {
    private final Clock clock = Clock.systemUTC();
    private final PolicySeal seal = new PolicySeal(new byte[32]);

    @Test
    void ofAFileForWhichThereIsNoRoomNothingIsLeftAndItsPolicyStaysGood() throws Exception {
        try (FullDisk disk = new FullDisk()) {
            UploadFolder folder = new UploadFolder(disk.folder(), clock);
            Uploads uploads = new Uploads(folder, seal, clock);
            byte[] form = form(folder.newKey());
            Answer refused = receive(uploads, form);
            assertThat(refused.status()).isEqualTo(500);
            assertThat(text(refused)).contains("<Code>InternalError</Code>", "could not be stored");
            assertThat(disk.files()).isEmpty();
            disk.clear();
            assertThat(receive(uploads, form).status()).isEqualTo(201);
            assertThat(disk.files()).hasSize(1);
        }
    }

    private static Answer receive(Uploads uploads, byte[] form) {
        return uploads.receive("multipart/form-data; boundary=b", new ByteArrayInputStream(form), "http://127.0.0.1");
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private byte[] form(String key) {
        PolicySeal.Sealed sealed =
                seal.seal(new UploadPolicy(key, 2 << 20, clock.instant().plus(Duration.ofMinutes(1)), "owner"));
        String fields = field("OSSAccessKeyId", "owner")
                + field("policy", sealed.encoded())
                + field("Signature", sealed.signature())
                + field("key", key)
                + field("file", "x".repeat(1 << 20));
        return (fields + "--b--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
    }
}
