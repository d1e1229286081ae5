package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.segment.FaceParse;
import io.imageseg.server.ImageLimitsTest.Case;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each limit on images of the actions about people at its edge and on both sides of it. A large picture that is within
 * the limits is a header without pixels, refused for being damaged and not for its size.
 */
class PeopleLimitsTest {
    private static final int MB = 1_048_576;
    private static final String RESOLUTION = "InvalidImage.Resolution";
    private static final String CONTENT = "InvalidImage.Content";

    private static PeopleServer server;
    private static ImageHost images;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = new PeopleServer(data);
        server.parse = _ -> new FaceParse.Parts(Map.of());
        images = new ImageHost();
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource({"ofBodies", "ofHeads", "ofFaceParts"})
    void holdsTheDocumentedLimits(String action, Case one) throws Exception {
        check(server, images, action, one);
    }

    static void check(PeopleServer server, ImageHost images, String action, Case one) throws Exception {
        Reply reply = server.call(action)
                .with("ImageURL", images.put("file", one.file()))
                .get();
        if (one.code().equals("OK")) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        } else {
            Reply.Failure failure = reply.failure();
            assertThat(failure.code()).as(failure.message()).isEqualTo(one.code());
            assertThat(failure.status()).isEqualTo(400);
            assertThat(failure.message()).contains(one.says());
        }
    }

    static Stream<Arguments> ofBodies() {
        return cases(
                Stream.of("SegmentBody"),
                Case.accepts("3 MB", FileSurgery.paddedPng(Photos.png(), 3 * MB)),
                tooLarge("3 MB and a byte", 3 * MB),
                within(1279, 1279),
                outside(1280, 1279, "1 to 1279"),
                outside(1279, 1280, "1 to 1279"),
                Case.accepts("1 pixel", Photos.of("png", 1, 1)),
                Case.accepts("BMP", Photos.of("bmp", 96, 60)),
                Case.accepts("WebP", Photos.webp()),
                Case.refuses("GIF", Photos.of("gif", 96, 60), CONTENT, "GIF", "JPEG, PNG, WEBP, BMP"),
                Case.refuses("PNG with a palette", Photos.palettePng(), CONTENT, "a palette"));
    }

    static Stream<Arguments> ofHeads() {
        return cases(
                Stream.of("SegmentHead", "SegmentFace", "SegmentHair"),
                Case.accepts("3 MB", FileSurgery.paddedPng(Photos.png(), 3 * MB)),
                tooLarge("3 MB and a byte", 3 * MB),
                Case.accepts("longer side 33", Photos.of("png", 33, 20)),
                outside(32, 32, "the longer 33 to 8000"),
                within(2000, 3999),
                outside(2001, 2001, "1 to 2000 pixels"),
                within(8000, 999),
                outside(8001, 900, "33 to 8000"),
                outside(2000, 4000, "at most 7999999"),
                within(800, 50),
                outside(801, 50, "16 times"),
                Case.accepts("BMP", Photos.of("bmp", 96, 60)),
                Case.accepts("WebP", Photos.webp()),
                Case.refuses("GIF", Photos.of("gif", 96, 60), CONTENT, "GIF", "JPEG, PNG, WEBP, BMP"),
                Case.refuses("grey PNG", Photos.greyPng(), CONTENT, "grey"));
    }

    static Stream<Arguments> ofFaceParts() {
        byte[] png = Photos.of("png", 120, 110);
        return cases(
                Stream.of("ParseFace"),
                Case.accepts("4 MB", FileSurgery.paddedPng(png, 4 * MB)),
                Case.accepts("4 MB of JPEG", FileSurgery.paddedJpeg(Photos.of("jpg", 120, 110), 4 * MB)),
                tooLarge("4 MB and a byte", 4 * MB),
                Case.accepts("100×100", Photos.of("png", 100, 100)),
                outside(99, 120, "100 to 2048"),
                outside(120, 99, "100 to 2048"),
                within(2048, 2048),
                outside(2049, 2000, "100 to 2048"),
                outside(2000, 2049, "100 to 2048"),
                Case.accepts("twice as wide", Photos.of("png", 200, 100)),
                Case.accepts("twice as high", Photos.of("png", 100, 200)),
                outside(201, 100, "2 times"),
                outside(100, 201, "2 times"),
                Case.refuses("BMP", Photos.of("bmp", 120, 110), CONTENT, "BMP", "JPEG, PNG."),
                Case.refuses("WebP", Photos.webp(), CONTENT, "WEBP", "JPEG, PNG."),
                Case.refuses("PNG of 16 bits", Photos.deepPng(), CONTENT, "16 bits"));
    }

    static Case within(int width, int height) {
        return Case.refuses(width + "×" + height, FileSurgery.pngHeader(width, height), CONTENT, "damaged");
    }

    static Case outside(int width, int height, String says) {
        String size = width + "×" + height;
        return Case.refuses(size, FileSurgery.pngHeader(width, height), RESOLUTION, size, says);
    }

    static Case tooLarge(String name, int most) {
        byte[] file = FileSurgery.paddedPng(Photos.png(), most + 1);
        return Case.refuses(name, file, "InvalidParameter.TooLarge", "" + (most + 1), "" + most);
    }

    static Stream<Arguments> cases(Stream<String> actions, Case... cases) {
        return actions.flatMap(action -> Stream.of(cases).map(one -> Arguments.of(action, one)));
    }
}
