package io.imageseg.server;

import static io.imageseg.server.PeopleLimitsTest.cases;
import static io.imageseg.server.PeopleLimitsTest.outside;
import static io.imageseg.server.PeopleLimitsTest.within;

import io.imageseg.segment.FaceParse;
import io.imageseg.server.ImageLimitsTest.Case;
import io.imageseg.server.action.LimitsProfile;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With the limits of the profile {@code open} the actions about people take what the documentation's limits refuse. */
class PeopleOpenLimitsTest {
    private static final int MB = 1_048_576;

    private static PeopleServer server;
    private static ImageHost images;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = new PeopleServer(data, LimitsProfile.OPEN);
        server.parse = _ -> new FaceParse.Parts(Map.of());
        images = new ImageHost();
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource
    void takesMoreThanIsDocumented(String action, Case one) throws Exception {
        PeopleLimitsTest.check(server, images, action, one);
    }

    static Stream<Arguments> takesMoreThanIsDocumented() {
        return cases(
                Stream.of("SegmentBody", "SegmentHead", "SegmentFace", "SegmentHair", "ParseFace"),
                Case.accepts("4 MB and a byte", FileSurgery.paddedPng(Photos.png(), 4 * MB + 1)),
                Case.accepts("1280 wide", Photos.of("png", 1280, 60)),
                Case.accepts("21 times as wide", Photos.of("png", 840, 40)),
                Case.accepts("small", Photos.of("png", 60, 40)),
                Case.accepts("BMP", Photos.of("bmp", 96, 60)),
                Case.accepts("WebP", Photos.webp()),
                Case.accepts("PNG of 16 bits", Photos.deepPng()),
                Case.accepts("grey PNG", Photos.greyPng()),
                Case.accepts("PNG with a palette", Photos.palettePng()),
                within(7071, 7071),
                outside(7072, 7071, "50000000"),
                within(65_535, 9),
                outside(65_536, 9, "1 to 65535"));
    }
}
