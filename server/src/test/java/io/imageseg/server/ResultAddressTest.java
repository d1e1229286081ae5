package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of results: good for one file, for half an hour. */
class ResultAddressTest {
    private TestServer server;
    private ImageHost images;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(data);
        images = new ImageHost();
    }

    @AfterEach
    void stop() {
        images.close();
        server.close();
    }

    private String result() throws Exception {
        RpcCall call = server.call("SegmentCommodity").with("ImageURL", images.put("photo.png", Photos.png()));
        return call.get().imageUrl();
    }

    @Test
    void worksForHalfAnHour() throws Exception {
        String address = result();
        assertThat(address).contains("?Expires=", "&OSSAccessKeyId=", "&Signature=");
        server.clock().advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(Reply.toGet(address).status()).isEqualTo(200);
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(Reply.toGet(address).status()).isEqualTo(403);
    }

    @Test
    void worksForHeadToo() throws Exception {
        String address = result();
        Reply head = head(address);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo("image/png");
        assertThat(head.header("Content-Length"))
                .isEqualTo("" + Reply.toGet(address).body().length);
        assertThat(head(address.replace("Expires=1", "Expires=2")).status()).isEqualTo(403);
    }

    private static Reply head(String address) throws Exception {
        return Reply.to(HttpRequest.newBuilder(URI.create(address)).method("HEAD", BodyPublishers.noBody()));
    }

    @Test
    void worksAfterARestart() throws Exception {
        URI address = URI.create(result());
        server.close();
        server = TestServer.start(data, server.clock());
        URI moved = server.address().resolve(address.getRawPath() + "?" + address.getRawQuery());
        assertThat(Reply.toGet(moved.toString()).status()).isEqualTo(200);
    }

    @Test
    void doesNotWorkWithoutItsOwnSignature() throws Exception {
        String address = result();
        String other = result();
        String bare = address.substring(0, address.indexOf('?'));
        String signature = address.substring(address.indexOf("&Signature="));
        List<String> wrong = List.of(
                bare,
                address.replace(signature, ""),
                address.replace(signature, "&Signature="),
                address + "x",
                address.substring(0, address.length() - 1),
                bare + other.substring(other.indexOf('?')),
                address.replaceFirst("Expires=[0-9]+", "Expires=99999999999"),
                address.replaceFirst("Expires=[0-9]+", "Expires=99999999999999999999"),
                address.replaceFirst("Expires=[0-9]+", "Expires=soon"),
                address.replaceFirst("Expires=[0-9]+&", ""));
        for (String one : wrong) {
            assertThat(Reply.toGet(one).status()).as(one).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../server.key",
                "..%2fserver.key",
                "%2e%2e%2fserver.key",
                "..%5cserver.key",
                "%2e%2e",
                "x%00.png"
            })
    void leadsNowhereElse(String name) throws Exception {
        String query = result().substring(result().indexOf('?'));
        String answer = RawHttp.get(server.port(), "/results/" + name + query);
        assertThat(answer).matches("(?s)HTTP/1.1 40[034] .*");
        assertThat(answer).doesNotContain("image/png");
    }

    /** What has expired is swept at every start, and once a minute. */
    @Test
    void theFileIsSweptSomeTimeAfterItsAddressExpired() throws Exception {
        result();
        Files.writeString(server.resultsFolder().resolve("half.png.part"), "left by a crash");
        Files.setLastModifiedTime(
                server.resultsFolder().resolve("half.png.part"),
                FileTime.from(server.clock().instant()));
        AdjustableClock clock = server.clock();
        restart(clock, Duration.ofMinutes(31));
        String fresh = result();
        assertThat(server.results()).hasSize(3);
        restart(clock, Duration.ofMinutes(10));
        for (int tries = 0; tries < 600 && server.results().size() > 1; tries++) {
            Thread.sleep(50);
        }
        assertThat(server.results())
                .singleElement()
                .satisfies(name -> assertThat(fresh).contains(name));
    }

    private void restart(AdjustableClock clock, Duration after) throws Exception {
        server.close();
        clock.advance(after);
        server = TestServer.start(data, clock);
    }
}
