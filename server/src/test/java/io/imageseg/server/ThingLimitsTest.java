package io.imageseg.server;

import io.imageseg.server.ImageLimitsTest.Case;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit on images of the actions about vehicles and furniture at its edge and on both sides of it. */
class ThingLimitsTest {
    private static final int MB = 1_048_576;
    private static final String RESOLUTION = "InvalidImage.Resolution";
    private static final String CONTENT = "InvalidImage.Content";

    /** Holds the two boxes that are cut out of every photo. */
    private static final byte[] LARGE_ENOUGH = Photos.of("png", 120, 110);

    private static PeopleServer server;
    private static ImageHost images;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = new PeopleServer(data);
        images = new ImageHost();
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource({"ofVehicles", "ofFurniture"})
    void holdsTheDocumentedLimits(String action, Case one) throws Exception {
        PeopleLimitsTest.check(server, images, action, one);
    }

    static Stream<Arguments> ofVehicles() {
        return PeopleLimitsTest.cases(
                Stream.of("SegmentVehicle"),
                Case.accepts("3 MB", FileSurgery.paddedPng(LARGE_ENOUGH, 3 * MB)),
                Case.accepts("3 MB of JPEG", FileSurgery.paddedJpeg(Photos.of("jpg", 120, 110), 3 * MB)),
                PeopleLimitsTest.tooLarge("3 MB and a byte", 3 * MB),
                Case.refuses("32 wide", Photos.of("png", 32, 120), RESOLUTION, "32×120", "33 to 1999"),
                Case.refuses("32 high", Photos.of("png", 120, 32), RESOLUTION, "120×32", "33 to 1999"),
                PeopleLimitsTest.within(33, 33),
                PeopleLimitsTest.within(1999, 1999),
                PeopleLimitsTest.outside(2000, 1999, "33 to 1999"),
                PeopleLimitsTest.outside(1999, 2000, "33 to 1999"),
                Case.accepts("BMP", Photos.of("bmp", 120, 110)),
                Case.refuses("WebP", Photos.webp(), CONTENT, "WEBP", "JPEG, PNG, BMP."),
                Case.refuses("PNG of 16 bits", Photos.deepPng(), CONTENT, "16 bits"));
    }

    static Stream<Arguments> ofFurniture() {
        return PeopleLimitsTest.cases(
                Stream.of("SegmentFurniture"),
                Case.accepts("4 MB", FileSurgery.paddedPng(LARGE_ENOUGH, 4 * MB)),
                PeopleLimitsTest.tooLarge("4 MB and a byte", 4 * MB),
                Case.refuses("40 wide", Photos.of("png", 40, 120), RESOLUTION, "40×120", "41 to 1998"),
                Case.refuses("40 high", Photos.of("png", 120, 40), RESOLUTION, "120×40", "41 to 1998"),
                PeopleLimitsTest.within(41, 41),
                PeopleLimitsTest.within(1998, 1998),
                PeopleLimitsTest.outside(1999, 1998, "41 to 1998"),
                PeopleLimitsTest.outside(1998, 1999, "41 to 1998"),
                Case.accepts("BMP", Photos.of("bmp", 120, 110)),
                Case.refuses("WebP", Photos.webp(), CONTENT, "WEBP", "JPEG, PNG, BMP."),
                Case.refuses("PNG with a palette", Photos.palettePng(), CONTENT, "a palette"));
    }
}
