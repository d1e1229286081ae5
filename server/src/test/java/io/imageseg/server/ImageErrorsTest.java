package io.imageseg.server;

import static io.imageseg.server.ErrorRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the error table about the image, and that bad ones leave nothing behind, on a server with one place. */
class ImageErrorsTest {
    private static TestServer server;
    private static ImageHost images;
    private static String photo;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = TestServer.start(data, Map.of("imageseg.queue.length", "0"), RedIsSalient::new);
        images = new ImageHost();
        photo = images.put("photo.png", Photos.png());
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource({"files", "addresses"})
    void isAnsweredAsTheContractSaysAndLeavesNothingBehind(ErrorRow row) throws Exception {
        int before = server.results().size();
        row.check(server, photo);
        assertThat(server.results()).as("nothing is stored").hasSize(before).noneMatch(name -> name.endsWith(".part"));
        Reply next = server.call("SegmentCommodity").with("ImageURL", photo).get();
        assertThat(next.status()).as("the one place is given back").isEqualTo(200);
    }

    static Stream<ErrorRow> files() {
        String content = "InvalidImage.Content";
        byte[] jpeg = Photos.jpeg();
        byte[] png = Photos.png();
        return Stream.of(
                file("nothing", new byte[0], content, "empty"),
                file("a text", "This is no image.".getBytes(StandardCharsets.UTF_8), content, "not a JPEG"),
                file("half a JPEG", Arrays.copyOf(jpeg, jpeg.length / 2), content, "JPEG"),
                file("a JPEG without its end", Arrays.copyOf(jpeg, jpeg.length - 9), content, "JPEG", "cut off"),
                file("half a PNG", Arrays.copyOf(png, png.length / 2), content, "PNG"),
                file("a JPEG's first bytes", Arrays.copyOf(jpeg, 20), content, "JPEG"),
                file("a damaged PNG", FileSurgery.pngHeader(9, 9), content, "damaged"),
                file("a bomb", FileSurgery.pngHeader(100_000, 100_000), "InvalidImage.Resolution", "100000×100000"),
                file("a GIF", Photos.of("gif", 96, 60), content, "GIF"),
                file("16 bits", Photos.deepPng(), content, "16 bits"),
                file("no subject", Photos.empty(), content, "No product stands out"),
                file("3 MB and more", new byte[3_145_729], "InvalidParameter.TooLarge", "3145729", "3145728"));
    }

    private static ErrorRow file(String name, byte[] file, String code, String... says) {
        return row(name, call -> call.with("ImageURL", images.put(name.replace(' ', '-'), file)), 400, code, says);
    }

    static Stream<ErrorRow> addresses() {
        return Stream.of(
                address("no address", "photo.png", "InvalidImage.URL", "absolute"),
                address("another scheme", "ftp://127.0.0.1/photo.png", "InvalidImage.URL", "http or https"),
                address("a space", "http://127.0.0.1/a b.png", "IllegalUrlParameter", "a space"),
                address("a private address", "http://10.0.0.1/photo.png", "InvalidImage.Unsafe", "10.0.0.1"),
                address("nothing there", images.address("missing.png"), "InvalidImage.Download", "404"));
    }

    private static ErrorRow address(String name, String address, String code, String... says) {
        return row(name, call -> call.with("ImageURL", address), 400, code, says);
    }

    @Test
    void refusesHostsThatAreNotAmongTheConfiguredOnes(@TempDir Path data) throws Exception {
        Map<String, String> settings = Map.of("imageseg.source.hosts", "images.example");
        try (TestServer choosy = TestServer.start(data, settings, RedIsSalient::new)) {
            row("another host", call -> call, 400, "InvalidImage.Region", "127.0.0.1", "images.example")
                    .check(choosy, photo);
        }
    }

    @Test
    void badImagesLeaveNoThreadsBehind() throws Exception {
        callWithEachBadFile();
        int before = Thread.getAllStackTraces().size();
        for (int round = 0; round < 5; round++) {
            callWithEachBadFile();
        }
        assertThat(Thread.getAllStackTraces().size()).as("threads").isLessThan(before + 25);
    }

    private static void callWithEachBadFile() throws Exception {
        for (ErrorRow bad : files().toList()) {
            bad.change().apply(server.call("SegmentCommodity")).get();
        }
    }
}
