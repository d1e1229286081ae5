package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.AccessKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** A local file in three steps: leave to send it, the form, the call that names it. */
class UploadTest {
    private TestServer server;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply cut(String imageUrl) throws Exception {
        return server.call("SegmentCommodity").with("ImageURL", imageUrl).get();
    }

    private void restart(Duration after) throws Exception {
        AdjustableClock clock = server.clock();
        server.close();
        clock.advance(after);
        server = TestServer.start(data, clock, Map.of("imageseg.port", Integer.toString(server.port())));
    }

    @Test
    void leaveSaysWhereToAndHow() throws Exception {
        JsonNode leave = Upload.leave(server.call("AuthorizeFileUpload"));
        assertThat(leave.path("RequestId").asString()).matches(ErrorRow.REQUEST_ID);
        assertThat(leave.path("AccessKeyId").asString()).isEqualTo(server.key().id());
        assertThat(leave.path("Bucket").asString()).isEqualTo("127");
        assertThat(leave.path("Endpoint").asString()).isEqualTo("0.0.1:" + server.port());
        assertThat(leave.path("ObjectKey").asString()).matches("uploads/[0-9a-f]{48}");
        assertThat(leave.path("UseAccelerate").isBoolean()).isTrue();
        assertThat(leave.path("Code").isMissingNode()).isTrue();
    }

    @Test
    void theFileIsCutOut() throws Exception {
        Upload upload = Upload.to(server);
        Reply sent = upload.send();
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        assertThat(sent.header("Content-Type")).isEqualTo("application/xml");
        Element created = sent.xmlRoot();
        assertThat(created.getTagName()).isEqualTo("PostResponse");
        assertThat(text(created, "Bucket")).isEqualTo("127");
        assertThat(text(created, "Key")).isEqualTo(upload.key());
        assertThat(text(created, "Location")).isEqualTo(upload.imageUrl());
        assertThat(text(created, "ETag")).matches("\"[0-9A-F]{32}\"");
        assertThat(Reply.pictureAt(cut(upload.imageUrl()).imageUrl()).getWidth())
                .isEqualTo(96);
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void aHostWithoutADotIsGivenOne() throws Exception {
        RpcCall call = server.call("AuthorizeFileUpload").at("http://localhost:%d/".formatted(server.port()));
        Upload upload = Upload.with(Upload.leave(call));
        assertThat(upload.send().status()).isEqualTo(201);
        assertThat(upload.imageUrl()).startsWith("http://127.0.0.1:");
        Reply reply = server.call("SegmentCommodity")
                .at("http://localhost:%d/".formatted(server.port()))
                .with("ImageURL", upload.imageUrl())
                .get();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Product, ocr, InvalidParameter, it must be imageseg",
        "Product, '', MissingParameter, Product",
        "Version, 2019-12-30, InvalidParameter, 2019-12-19"
    })
    void leaveIsForThisProductAlone(String name, String value, String code, String said) throws Exception {
        Reply.Failure failure = server.call("AuthorizeFileUpload")
                .with("Version", "2019-12-19")
                .with("Product", "imageseg")
                .with(name, value)
                .get()
                .failure();
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.message()).contains(said);
    }

    @Test
    void leaveIsForKnownCallersAlone() throws Exception {
        AccessKey stranger = new AccessKey(
                "nobody",
                "",
                "secret",
                Optional.empty(),
                true,
                false,
                KeyLimits.NONE,
                server.clock().instant());
        Reply.Failure failure = server.call("AuthorizeFileUpload", stranger)
                .with("Version", "2019-12-19")
                .with("Product", "imageseg")
                .get()
                .failure();
        assertThat(failure.code()).isEqualTo("InvalidAccessKeyId.NotFound");
    }

    @Test
    void leaveAndFileOutliveARestart() throws Exception {
        Upload upload = Upload.to(server);
        restart(Duration.ofMinutes(1));
        assertThat(upload.send().status()).isEqualTo(201);
        restart(Duration.ofMinutes(1));
        assertThat(cut(upload.imageUrl()).status()).isEqualTo(200);
    }

    @Test
    void theFileLivesHalfAnHour() throws Exception {
        Upload upload = Upload.to(server);
        upload.send();
        server.clock().advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(cut(upload.imageUrl()).status()).isEqualTo(200);
        server.clock().advance(Duration.ofSeconds(1));
        Reply.Failure failure = cut(upload.imageUrl()).failure();
        assertThat(failure.code()).isEqualTo("InvalidImage.Download");
        assertThat(failure.message()).startsWith("ImageURL: ").contains("expired", "30 minutes");
    }

    @Test
    void theFileIsSweptTenMinutesLater() throws Exception {
        Upload.to(server).send();
        Path half = server.uploadsFolder().resolve("half.part");
        Files.writeString(half, "left by a crash");
        Files.setLastModifiedTime(half, FileTime.from(server.clock().instant()));
        restart(Duration.ofMinutes(31));
        assertThat(server.uploads()).hasSize(2);
        restart(Duration.ofMinutes(10));
        for (int tries = 0; tries < 600 && !server.uploads().isEmpty(); tries++) {
            Thread.sleep(50);
        }
        assertThat(server.uploads()).isEmpty();
    }

    @Test
    void theFileIsNobodyElsesToRead() throws Exception {
        Upload upload = Upload.to(server);
        upload.send();
        assertThat(Reply.toGet(upload.imageUrl()).status()).isEqualTo(400);
    }

    @Test
    void theActionsLimitsHold() throws Exception {
        Upload upload = Upload.to(server).file(FileSurgery.paddedPng(Photos.png(), 3_145_729));
        assertThat(upload.send().status()).isEqualTo(201);
        Reply.Failure failure = cut(upload.imageUrl()).failure();
        assertThat(failure.code()).isEqualTo("InvalidParameter.TooLarge");
        assertThat(failure.message()).contains("3145729", "3145728");
    }

    @Test
    void aResultCanBeTheNextCallsImage() throws Exception {
        Upload upload = Upload.to(server);
        upload.send();
        String result = cut(upload.imageUrl()).imageUrl();
        Reply again = cut(result);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(cut(result.replace("Signature=", "Signature=x")).failure().code())
                .isEqualTo("InvalidImage.Download");
        server.clock().advance(Duration.ofMinutes(30));
        Reply.Failure expired = cut(result).failure();
        assertThat(expired.code()).isEqualTo("InvalidImage.Download");
        assertThat(expired.message()).contains("expired");
    }

    @ParameterizedTest
    @CsvSource({
        "uploads/../server.key, InvalidImage.Unsafe",
        "uploads/%2e%2e/server.key, InvalidImage.Unsafe",
        "uploads/..%2fserver.key, InvalidImage.Download",
        "uploads/%2e%2e%2fserver.key, InvalidImage.Download",
        "uploads/..%5cserver.key, InvalidImage.Download",
        "uploads/x%00, InvalidImage.Download",
        "uploads/, InvalidImage.Download",
        "results/..%2fserver.key, InvalidImage.Download"
    })
    void leadsNowhereElse(String path, String code) throws Exception {
        // What is not in the server's folders goes through the guard, which lets tests reach this address.
        try (TestServer guarded = TestServer.start(
                data.resolve("guarded"), Map.of("imageseg.source.allow", "10.0.0.0/8"), RedIsSalient::new)) {
            Reply.Failure failure = guarded.call("SegmentCommodity")
                    .with("ImageURL", guarded.address() + path)
                    .get()
                    .failure();
            assertThat(failure.code()).as(failure.message()).isEqualTo(code);
        }
    }

    @Test
    void aFixedAddressIsGivenOutWhereOneIsSet() throws Exception {
        try (TestServer fixed = TestServer.start(
                data.resolve("fixed"),
                Map.of("imageseg.public-url", "https://images.example.com"),
                RedIsSalient::new)) {
            JsonNode leave = Upload.leave(fixed.call("AuthorizeFileUpload"));
            assertThat(List.of(
                            leave.path("Bucket").asString(),
                            leave.path("Endpoint").asString()))
                    .containsExactly("images", "example.com");
            Upload upload = Upload.with(leave);
            assertThat(upload.at("127.0.0.1:" + fixed.port()).send().status()).isEqualTo(201);
            Reply reply = fixed.call("SegmentCommodity")
                    .with("ImageURL", "http://images.example.com/" + upload.key())
                    .get();
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        }
    }
}
