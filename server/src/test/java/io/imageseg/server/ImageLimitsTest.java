package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit on images at its edge, on both sides of it, for each action and both profiles. */
class ImageLimitsTest {
    private static final int MB = 1_048_576;
    private static final int MOST = 3 * MB;

    private static ImageHost images;
    private static TestServer aliyun;
    private static TestServer open;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        images = new ImageHost();
        aliyun = TestServer.start(data.resolve("aliyun"));
        open = TestServer.start(data.resolve("open"), Map.of("imageseg.limits", "open"), RedIsSalient::new);
    }

    @AfterAll
    static void stop() {
        open.close();
        aliyun.close();
        images.close();
    }

    /** A file, and the code and the message's parts that it is refused with; no code if it is accepted. */
    record Case(String name, byte[] file, String code, List<String> says) {
        static Case accepts(String name, byte[] file) {
            return new Case(name, file, "OK", List.of());
        }

        static Case refuses(String name, byte[] file, String code, String... says) {
            return new Case(name, file, code, List.of(says));
        }

        @Override
        public String toString() {
            return name + ": " + code;
        }
    }

    @ParameterizedTest
    @MethodSource
    void holdsTheDocumentedLimits(String action, Case one) throws Exception {
        check(aliyun, action, one);
    }

    static Stream<Arguments> holdsTheDocumentedLimits() {
        String resolution = "InvalidImage.Resolution";
        String content = "InvalidImage.Content";
        String formats = "JPEG, PNG, WEBP, BMP";
        String kinds = "RGB and RGBA with 8 bits per channel";
        return forEachAction(
                Case.accepts("3 MB of JPEG", FileSurgery.paddedJpeg(Photos.jpeg(), MOST)),
                Case.accepts("3 MB of PNG", FileSurgery.paddedPng(Photos.png(), MOST)),
                tooLarge("JPEG", FileSurgery.paddedJpeg(Photos.jpeg(), MOST + 1)),
                tooLarge("PNG", FileSurgery.paddedPng(Photos.png(), MOST + 1)),
                Case.accepts("1279 wide", Photos.of("png", 1279, 60)),
                Case.accepts("1279 high", Photos.of("png", 60, 1279)),
                Case.refuses("1280 wide", Photos.of("png", 1280, 60), resolution, "1280×60", "1 to 1279"),
                Case.refuses("1280 high", Photos.of("png", 60, 1280), resolution, "60×1280", "1 to 1279"),
                Case.accepts("JPEG", Photos.jpeg()),
                Case.accepts("PNG of RGB", Photos.png()),
                Case.accepts("PNG of RGBA", Photos.rgbaPng()),
                Case.accepts("BMP", Photos.of("bmp", 96, 60)),
                Case.accepts("WebP", Photos.webp()),
                Case.refuses("GIF", Photos.of("gif", 96, 60), content, "GIF", formats),
                Case.refuses("TIFF", Photos.of("tiff", 96, 60), content, "TIFF", "JPEG, PNG, WebP or BMP"),
                Case.refuses("PNG with a palette", Photos.palettePng(), content, "a palette", kinds),
                Case.refuses("grey PNG", Photos.greyPng(), content, "grey with 8 bits", kinds),
                Case.refuses("grey PNG with alpha", Photos.greyAlphaPng(), content, "grey with alpha", kinds),
                Case.refuses("PNG of 16 bits", Photos.deepPng(), content, "RGB with 16 bits", kinds));
    }

    private static Case tooLarge(String format, byte[] file) {
        return Case.refuses(
                "3 MB and a byte of " + format, file, "InvalidParameter.TooLarge", "" + (MOST + 1), "" + MOST);
    }

    @ParameterizedTest
    @MethodSource
    void acceptsMoreWithTheOpenLimits(String action, Case one) throws Exception {
        check(open, action, one);
    }

    static Stream<Arguments> acceptsMoreWithTheOpenLimits() {
        String resolution = "InvalidImage.Resolution";
        String content = "InvalidImage.Content";
        return forEachAction(
                Case.accepts("3 MB and a byte", FileSurgery.paddedPng(Photos.png(), MOST + 1)),
                Case.accepts("1280 wide", Photos.of("png", 1280, 60)),
                Case.accepts("1280 high", Photos.of("png", 60, 1280)),
                Case.accepts("PNG with a palette", Photos.palettePng()),
                Case.accepts("grey PNG", Photos.greyPng()),
                Case.accepts("grey PNG with alpha", Photos.greyAlphaPng()),
                Case.accepts("PNG of 16 bits", Photos.deepPng()),
                Case.accepts("WebP", Photos.webp()),
                Case.refuses("GIF", Photos.of("gif", 96, 60), content, "GIF", "JPEG, PNG, WEBP, BMP"),
                Case.refuses("most pixels, damaged", FileSurgery.pngHeader(7071, 7071), content, "damaged"),
                Case.refuses("too many", FileSurgery.pngHeader(7072, 7071), resolution, "7072×7071", "50000000"),
                Case.refuses("longest side, damaged", FileSurgery.pngHeader(65_535, 9), content, "damaged"),
                Case.refuses("too long", FileSurgery.pngHeader(65_536, 9), resolution, "65536×9", "1 to 65535"));
    }

    private static Stream<Arguments> forEachAction(Case... cases) {
        return Stream.of("SegmentCommodity", "SegmentCommonImage")
                .flatMap(action -> Stream.of(cases).map(one -> Arguments.of(action, one)));
    }

    private static void check(TestServer server, String action, Case one) throws Exception {
        Reply reply = server.call(action)
                .with("ImageURL", images.put("file", one.file()))
                .get();
        if (one.code().equals("OK")) {
            assertThat(reply.imageUrl()).startsWith(server.address() + "results/");
        } else {
            Reply.Failure failure = reply.failure();
            assertThat(failure.code()).as(failure.message()).isEqualTo(one.code());
            assertThat(failure.status()).isEqualTo(400);
            assertThat(failure.message()).contains(one.says());
        }
    }
}
