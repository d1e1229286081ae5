package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.AccessKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls signed with ACS3-HMAC-SHA256: served however the SDKs send them, refused if anything that counts is not signed. */
class Acs3CallsTest {
    private static TestServer server;
    private static ImageHost images;
    private static String photo;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = TestServer.start(data);
        images = new ImageHost();
        photo = images.put("photo.png", Photos.png());
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    private static Acs3Call call() {
        return call(server.key());
    }

    private static Acs3Call call(AccessKey key) {
        return new Acs3Call(server.address(), key, server.clock(), "SegmentCommodity");
    }

    @ParameterizedTest
    @MethodSource
    void isServedInEveryFormThatSdksSend(UnaryOperator<Acs3Call> form) throws Exception {
        Reply byPost = form.apply(call()).inForm("ImageURL", photo).post();
        assertThat(byPost.imageUrl()).startsWith(server.address() + "results/");
        assertThat(form.apply(call()).inQuery("ImageURL", photo).get().status()).isEqualTo(200);
    }

    static Stream<Named<UnaryOperator<Acs3Call>>> isServedInEveryFormThatSdksSend() {
        return Stream.of(
                Named.of("plainly", call -> call),
                Named.of(
                        "with more headers signed",
                        call -> call.header("accept", "application/json").header("user-agent", "x y/1 (z; a,b)")),
                Named.of(
                        "with headers not signed",
                        call -> call.header("x-more", "1").unsigned("x-more")),
                Named.of(
                        "its fields in another order, with spaces",
                        call -> call.layout("Signature=%3$s, Credential=%1$s, SignedHeaders=%2$s")),
                Named.of("the action in the query too", call -> call.inQuery("Action", "SegmentCommodity")),
                Named.of("with a token", call -> call.header("x-acs-security-token", "a/b+=")),
                Named.of("with awkward characters", call -> call.inQuery("中 文", "é ~*'()!,;:@/?#&=%20\"<>")));
    }

    @Test
    void answersInJsonUnlessAskedForXml() throws Exception {
        assertThat(call().inForm("ImageURL", photo).post().json().path("Data").has("ImageURL"))
                .isTrue();
        assertThat(call().inForm("ImageURL", photo)
                        .inQuery("Format", "XML")
                        .post()
                        .xml()
                        .getTagName())
                .isEqualTo("SegmentCommodityResponse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-acs-signature-nonce", "x-acs-date"})
    void namesTheHeaderThatIsMissing(String header) throws Exception {
        refused(call().without(header), 400, "MissingParameter", header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Credential", "SignedHeaders", "Signature"})
    void namesTheFieldThatIsMissing(String field) throws Exception {
        String layout = "Credential=%1$s,SignedHeaders=%2$s,Signature=%3$s".replace(field, "Other");
        refused(call().layout(layout), 400, "MissingParameter", field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-acs-signature-nonce", "x-acs-date", "x-acs-action", "x-acs-version"})
    void whatSaysWhatIsCalledAndWhenMustBeSigned(String header) throws Exception {
        refused(call().unsigned(header), 400, "InvalidParameter", header, "sign it");
    }

    @Test
    void noticesWhatWasAlteredOnTheWay() throws Exception {
        refused(call().altered("x-acs-action", "SegmentBody"), 400, "SignatureDoesNotMatch", "string to sign is:");
        refused(
                call().altered("x-acs-signature-nonce", UUID.randomUUID().toString()),
                400,
                "SignatureDoesNotMatch",
                "string to sign is:");
        refused(
                call().inForm("ImageURL", photo).alteredForm("ImageURL=http%3A%2F%2Fexample.com%2F"),
                400,
                "SignatureDoesNotMatch",
                Acs3Call.sha256("ImageURL=http%3A%2F%2Fexample.com%2F"));
    }

    @Test
    void showsTheCanonicalRequestAndTheStringToSign() throws Exception {
        Acs3Call call = call().layout("Credential=%1$s,SignedHeaders=%2$s,Signature=00");
        String message = call.post().failure().message();
        String canonical = call.canonicalRequest("POST");
        assertThat(message)
                .contains("canonical request is:" + canonical)
                .endsWith("string to sign is:ACS3-HMAC-SHA256\n" + Acs3Call.sha256(canonical));
    }

    @Test
    void refusesOtherSchemesAndKeys() throws Exception {
        refused(
                call().layout("SignedHeaders=%2$s,Signature=%3$s,Credential=ISnobody"),
                404,
                "InvalidAccessKeyId.NotFound",
                "not known");
        AccessKey impostor = new AccessKey(
                server.key().id(),
                "",
                "another",
                Optional.empty(),
                true,
                false,
                KeyLimits.NONE,
                server.clock().instant());
        refused(call(impostor), 400, "SignatureDoesNotMatch", "string to sign");
    }

    @Test
    void refusesOldTimesAndUsedNonces() throws Exception {
        String then = server.clock().instant().minus(Duration.ofMinutes(16)).toString();
        refused(call().header("x-acs-date", then), 400, "InvalidTimeStamp.Expired", "x-acs-date", then);
        refused(call().header("x-acs-date", "today"), 400, "InvalidParameter.Convert", "x-acs-date");
        Acs3Call call = call().inForm("ImageURL", photo);
        assertThat(call.post().status()).isEqualTo(200);
        Reply.Failure replayed = call.post().failure();
        assertThat(replayed.code()).isEqualTo("SignatureNonceUsed");
    }

    @Test
    void refusesParametersThatContradictTheHeaders() throws Exception {
        refused(call().inQuery("Action", "SegmentBody"), 403, "ParameterError", "SegmentBody", "SegmentCommodity");
        refused(call().inForm("Version", "2019-09-30"), 403, "ParameterError", "2019-09-30", "x-acs-version");
    }

    private static void refused(Acs3Call call, int status, String code, String... says) throws Exception {
        int before = images.requests();
        Reply.Failure failure = call.post().failure();
        assertThat(failure.code()).as(failure.message()).isEqualTo(code);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.message()).contains(says);
        assertThat(images.requests()).as("nothing is fetched").isEqualTo(before);
    }
}
