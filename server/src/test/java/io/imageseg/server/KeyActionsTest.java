package io.imageseg.server;

import static io.imageseg.server.ErrorRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.KeyLimits;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that may call SegmentBody and SegmentCommonImage, and what it is told of the rest. */
class KeyActionsTest {
    private static TestServer server;
    private static ImageHost images;
    private static String photo;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = TestServer.start(data);
        images = new ImageHost();
        photo = images.put("photo.png", Photos.png());
        KeyLimits two = new KeyLimits(Optional.of(Set.of("SegmentCommonImage", "SegmentBody")), OptionalInt.empty());
        assertThat(server.server().keys().limit(server.key().id(), two)).isTrue();
        String used = "used";
        assertThat(server.call("SegmentCommonImage")
                        .with("ImageURL", photo)
                        .with("SignatureNonce", used)
                        .get()
                        .status())
                .as("one of them")
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource
    void isAnsweredAsTheContractSays(ErrorRow row) throws Exception {
        int before = images.requests();
        row.check(server, photo);
        assertThat(images.requests()).as("nothing is fetched").isEqualTo(before);
    }

    static Stream<ErrorRow> isAnsweredAsTheContractSays() {
        return Stream.of(
                row(
                        "an action that it may not call",
                        call -> call,
                        403,
                        "InvalidApi.NotPurchase",
                        "SegmentCommodity",
                        "only SegmentBody, SegmentCommonImage"),
                row(
                        "nonce before allowed",
                        call -> call.with("SignatureNonce", "used"),
                        400,
                        "SignatureNonceUsed",
                        "before"),
                row(
                        "allowed before known",
                        call -> call.with("Action", "SegmentUnicorn"),
                        403,
                        "InvalidApi.NotPurchase",
                        "SegmentUnicorn"),
                row(
                        "allowed before the version",
                        call -> call.with("Version", "2020-01-01"),
                        403,
                        "InvalidApi.NotPurchase",
                        "SegmentCommodity"),
                row("no action", call -> call.without("Action"), 400, "MissingParameter", "Action"),
                row(
                        "a job, which every key may ask for",
                        call -> call.with("Action", "GetAsyncJobResult").with("JobId", "none"),
                        404,
                        "InvalidParameter.JobNotFound",
                        "no such job"));
    }

    @Test
    void aDisabledKeyIsToldThatFirstAndServedAgainWhenItIsEnabled() throws Exception {
        String id = server.key().id();
        assertThat(server.server().keys().enable(id, false)).isTrue();
        assertThat(server.call("SegmentCommodity").get().failure().code()).isEqualTo("Unauthorized");
        assertThat(server.server().keys().enable(id, true)).isTrue();
        assertThat(server.call("SegmentCommodity").get().failure().code()).isEqualTo("InvalidApi.NotPurchase");
    }

    @Test
    void callsSignedInTheirHeadersAreHeldToTheSame() throws Exception {
        Acs3Call call = new Acs3Call(server.address(), server.key(), server.clock(), "SegmentCommodity")
                .inForm("ImageURL", photo);
        Reply.Failure failure = call.post().failure();
        assertThat(failure.code()).isEqualTo("InvalidApi.NotPurchase");
        assertThat(failure.status()).isEqualTo(403);
    }
}
