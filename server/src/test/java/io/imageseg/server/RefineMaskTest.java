package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** RefineMask's two images, each limit at its edge and on both sides of it, and what comes back. */
class RefineMaskTest {
    private static final int MOST = 3 * 1_048_576 - 1;
    private static final String CONTENT = "InvalidImage.Content";
    private static final String RESOLUTION = "InvalidImage.Resolution";
    private static final String TOO_LARGE = "InvalidParameter.TooLarge";
    private static final String UNSUITABLE = "InvalidParameter.Unsuitable";

    private static ImageHost images;
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        images = new ImageHost();
        server = TestServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
        images.close();
    }

    /** Two files, and the code and the message's parts that they are refused with; no code if they are accepted. */
    record Case(String name, byte[] photo, byte[] mask, String code, List<String> says) {
        @Override
        public String toString() {
            return name + ": " + code;
        }
    }

    private static Case accepts(String name, byte[] photo, byte[] mask) {
        return new Case(name, photo, mask, "OK", List.of());
    }

    private static Case refusesPhoto(String name, byte[] photo, String code, String... says) {
        return new Case(
                name,
                photo,
                Masks.png(96, 60),
                code,
                Stream.concat(Stream.of("ImageURL: "), Stream.of(says)).toList());
    }

    private static Case refusesMask(String name, byte[] mask, String code, String... says) {
        return new Case(
                name,
                Photos.png(),
                mask,
                code,
                Stream.concat(Stream.of("MaskImageURL: "), Stream.of(says)).toList());
    }

    @ParameterizedTest
    @MethodSource({"photos", "masks", "pairs"})
    void takesWhatTheContractSays(Case one) throws Exception {
        Reply reply = call(server, one.photo, one.mask).get();
        if (one.code.equals("OK")) {
            assertThat(maskUrl(reply)).startsWith(server.address() + "results/");
        } else {
            Reply.Failure failure = reply.failure();
            assertThat(failure.code()).as(failure.message()).isEqualTo(one.code);
            assertThat(failure.status()).isEqualTo(400);
            assertThat(failure.message()).contains(one.says);
        }
    }

    static Stream<Case> photos() {
        byte[] mask = Masks.png(96, 60);
        return Stream.of(
                accepts("JPEG", Photos.jpeg(), mask),
                accepts("PNG of RGB", Photos.png(), mask),
                accepts("PNG of RGBA", Photos.rgbaPng(), mask),
                accepts("BMP", Photos.of("bmp", 96, 60), mask),
                accepts("a byte less than 3 MB", FileSurgery.paddedPng(Photos.png(), MOST), mask),
                refusesPhoto("3 MB", FileSurgery.paddedPng(Photos.png(), MOST + 1), TOO_LARGE, "" + MOST),
                refusesPhoto("WebP", Photos.webp(), CONTENT, "WEBP", "JPEG, PNG, BMP"),
                refusesPhoto("GIF", Photos.of("gif", 96, 60), CONTENT, "GIF"),
                refusesPhoto("grey PNG", Photos.greyPng(), CONTENT, "grey with 8 bits"),
                refusesPhoto("PNG with a palette", Photos.palettePng(), CONTENT, "a palette"),
                accepts("33 wide", Photos.of("png", 33, 99), Masks.png(33, 99)),
                accepts("33 high", Photos.of("png", 99, 33), Masks.png(99, 33)),
                refusesPhoto("32 wide", Photos.of("png", 32, 99), RESOLUTION, "32×99", "33 to 1999"),
                refusesPhoto("32 high", Photos.of("png", 99, 32), RESOLUTION, "99×32", "33 to 1999"),
                accepts("1999 wide", Photos.of("png", 1999, 60), Masks.png(1999, 60)),
                accepts("1999 high", Photos.of("png", 60, 1999), Masks.png(60, 1999)),
                refusesPhoto("2000 wide", Photos.of("png", 2000, 60), RESOLUTION, "2000×60", "33 to 1999"),
                refusesPhoto("2000 high", Photos.of("png", 60, 2000), RESOLUTION, "60×2000", "33 to 1999"));
    }

    static Stream<Case> masks() {
        byte[] photo = Photos.png();
        byte[] mask = Masks.png(96, 60);
        return Stream.of(
                accepts("JPEG mask", photo, Masks.of("jpg", 96, 60)),
                accepts("BMP mask", photo, Masks.of("bmp", 96, 60)),
                accepts("RGB mask", photo, Masks.rgb()),
                accepts("grey mask with constant alpha", photo, Photos.greyAlphaPng()),
                accepts("mask of 1 bit", photo, Masks.oneBit()),
                accepts("mask with a palette", photo, Masks.palette()),
                accepts("a mask of a byte less than 3 MB", photo, FileSurgery.paddedPng(mask, MOST)),
                refusesMask("mask of 3 MB", FileSurgery.paddedPng(mask, MOST + 1), TOO_LARGE, "" + MOST),
                refusesMask("no image", "mask".getBytes(StandardCharsets.UTF_8), CONTENT, "not a JPEG"),
                refusesMask("half a mask", Arrays.copyOf(mask, mask.length / 2), CONTENT, "PNG"),
                refusesMask("WebP mask", Photos.webp(), CONTENT, "WEBP", "JPEG, PNG, BMP"),
                refusesMask("a mask 2000 wide", Masks.png(2000, 60), RESOLUTION, "2000×60"),
                refusesMask("a mask 32 high", Masks.png(51, 32), RESOLUTION, "51×32"),
                refusesMask("no foreground", Photos.empty(), UNSUITABLE, "no foreground"),
                refusesMask("no background", Masks.full(), UNSUITABLE, "no background"));
    }

    static Stream<Case> pairs() {
        byte[] photo = Photos.of("png", 200, 100);
        return Stream.of(
                accepts("half the size", photo, Masks.png(100, 50)),
                accepts("twice the size", photo, Masks.png(400, 200)),
                accepts("2 % wider", photo, Masks.png(204, 100)),
                accepts("nearly 2 % narrower", photo, Masks.png(197, 100)),
                new Case("wider", photo, Masks.png(205, 100), UNSUITABLE, List.of("205×100", "200×100", "2 %")),
                new Case("narrower", photo, Masks.png(195, 100), UNSUITABLE, List.of("195×100", "200×100")),
                new Case("turned", photo, Masks.png(100, 200), UNSUITABLE, List.of("100×200", "200×100")));
    }

    @Test
    void namesTheParameterThatIsMissing() throws Exception {
        Reply.Failure noMask = server.call("RefineMask")
                .with("ImageURL", images.put("photo.png", Photos.png()))
                .get()
                .failure();
        assertThat(noMask.code()).isEqualTo("MissingParameter");
        assertThat(noMask.message()).contains("MaskImageURL");
        Reply.Failure noPhoto = server.call("RefineMask")
                .with("MaskImageURL", images.put("mask.png", Masks.png(96, 60)))
                .get()
                .failure();
        assertThat(noPhoto.code()).isEqualTo("MissingImageURL");
    }

    @Test
    void answersAGreyPngOfThePhotosSizeWithThePhotosEdges() throws Exception {
        BufferedImage refined = refined(Photos.of("png", 200, 100), Masks.png(100, 50));
        assertThat(refined.getWidth()).isEqualTo(200);
        assertThat(refined.getHeight()).isEqualTo(100);
        assertThat(refined.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(grey(refined, 100, 50)).isEqualTo(255);
        assertThat(grey(refined, 10, 10)).isZero();
        // The photo's subject reaches from 66 to 131, the mask's from 33 to 65 of 100.
        assertThat(grey(refined, 67, 50)).isGreaterThan(200);
        assertThat(grey(refined, 64, 50)).isLessThan(55);
    }

    @Test
    void takesAlphaThatVariesForTheMask() throws Exception {
        BufferedImage refined = refined(Photos.png(), Masks.transparentAround());
        assertThat(grey(refined, 48, 30)).isEqualTo(255);
        assertThat(grey(refined, 5, 5)).isZero();
    }

    @Test
    void answersOneElementInXmlToo() throws Exception {
        Element root = call(server, Photos.png(), Masks.png(96, 60))
                .with("Format", "XML")
                .get()
                .xml();
        assertThat(root.getTagName()).isEqualTo("RefineMaskResponse");
        assertThat(root.getElementsByTagName("Elements").getLength()).isEqualTo(1);
        assertThat(root.getElementsByTagName("ImageURL").getLength()).isEqualTo(1);
    }

    @Test
    void acceptsMoreWithTheOpenLimits(@TempDir Path data) throws Exception {
        try (TestServer open = TestServer.start(data, Map.of("imageseg.limits", "open"), RedIsSalient::new)) {
            byte[] small = Photos.of("png", 30, 30);
            assertThat(call(open, small, Masks.png(30, 30)).get().status()).isEqualTo(200);
            assertThat(call(open, Photos.webp(), Masks.png(96, 60)).get().status())
                    .isEqualTo(200);
        }
    }

    private static RpcCall call(TestServer server, byte[] photo, byte[] mask) {
        return server.call("RefineMask")
                .with("ImageURL", images.put("photo", photo))
                .with("MaskImageURL", images.put("mask", mask));
    }

    private static BufferedImage refined(byte[] photo, byte[] mask) throws Exception {
        return Photos.decoded(
                Reply.toGet(maskUrl(call(server, photo, mask).get())).body());
    }

    private static String maskUrl(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode data = reply.json().path("Data");
        assertThat(data.propertyNames()).containsExactly("Elements");
        assertThat(data.path("Elements").size()).isEqualTo(1);
        assertThat(data.path("Elements").path(0).propertyNames()).containsExactly("ImageURL");
        return data.path("Elements").path(0).path("ImageURL").asString();
    }

    private static int grey(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }
}
