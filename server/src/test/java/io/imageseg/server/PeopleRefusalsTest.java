package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.face.FaceFitness.Fault;
import io.imageseg.image.Box;
import io.imageseg.segment.FaceParse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Photos without the people or things that an action needs: the message says what was found and what is allowed. */
class PeopleRefusalsTest {
    private static PeopleServer server;
    private static ImageHost images;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = new PeopleServer(data);
        server.nobody = true;
        images = new ImageHost();
    }

    @AfterAll
    static void stop() {
        images.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SegmentBody, person",
        "SegmentHead, head",
        "SegmentFace, face",
        "SegmentHair, hair",
        "SegmentVehicle, vehicle",
        "SegmentFurniture, piece of furniture"
    })
    void nobodyIsRefusedAndNothingStored(String action, String lookedFor) throws Exception {
        check(action, "No " + lookedFor, "send one");
    }

    @ParameterizedTest
    @MethodSource
    void aFaceThatCannotBeParsedIsRefusedAndNothingStored(FaceParse parse, String... says) throws Exception {
        server.parse = _ -> parse;
        check("ParseFace", says);
    }

    static Stream<Arguments> aFaceThatCannotBeParsedIsRefusedAndNothingStored() {
        return Stream.of(
                refusal(new FaceParse.NoFace(), "No face", "from the front"),
                refusal(new FaceParse.SeveralFaces(3), "3 faces", "exactly one"),
                refusal(new FaceParse.Unfit(new Fault.TooSmall(80, 99)), "80×99", "at least 100×100"),
                refusal(
                        new FaceParse.Unfit(new Fault.TooSmallForPicture(120, 140, Box.whole(2000, 1000))),
                        "120×140",
                        "2000×1000",
                        "a tenth of each side"),
                refusal(new FaceParse.Unfit(new Fault.TurnedAway(63.4)), "63 degrees", "at most 50"),
                refusal(new FaceParse.Unfit(new Fault.Hidden(.314)), "hidden", "0.31", "at least 0.50"));
    }

    private static Arguments refusal(FaceParse parse, String... says) {
        return Arguments.of(parse, says);
    }

    private static void check(String action, String... says) throws Exception {
        String photo = images.put("photo.png", Photos.of("png", 120, 110));
        for (String format : new String[] {"JSON", "XML"}) {
            Reply reply = server.call(action)
                    .with("ImageURL", photo)
                    .with("Format", format)
                    .get();
            Reply.Failure failure = format.equals("XML") ? reply.xmlFailure() : reply.failure();
            assertThat(failure.status()).isEqualTo(400);
            assertThat(failure.code()).isEqualTo("InvalidImage.Content");
            assertThat(failure.message()).contains(says);
        }
        assertThat(server.results()).isEmpty();
    }
}
