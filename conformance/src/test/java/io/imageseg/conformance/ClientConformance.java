package io.imageseg.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every published client must find at the server; a subclass names the client and what is peculiar to it. */
@Timeout(120)
abstract class ClientConformance extends ClientUnderTest {
    private static final String AWKWARD = "a b+c*~(x)'!,;:@\u00e9\u4e2d\ud83d\ude97/?#&=%20\"<>\\|^`{}[]$_-.\t";
    private static final String NO_JOB = "00000000-0000-0000-0000-000000000000";

    ClientConformance(Program program, Set<String> withoutModel) {
        super(program, withoutModel);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource
    void everyActionIsAnswered(String action, Dialect dialect) throws Exception {
        Reply reply = made(call(action, dialect));
        Shape.OF_ACTION.get(action).check(reply.data());
    }

    Stream<Arguments> everyActionIsAnswered() {
        return Shape.OF_ACTION.keySet().stream()
                .sorted()
                .flatMap(action -> dialects().stream()
                        .filter(dialect -> takes(action, dialect))
                        .map(dialect -> Arguments.of(action, dialect)));
    }

    Stream<Dialect> dialectsOfJobs() {
        return dialects().stream().filter(dialect -> takes("GetAsyncJobResult", dialect));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource
    void aFileIsTakenInPlaceOfAnAddress(String action) throws Exception {
        Call call = call(action, dialects().getFirst())
                .by(Call.Way.FILE)
                .with("ImageURL", photos().photoFile().toString());
        Reply reply = made(action.equals("RefineMask") ? call.with("MaskImageURL", mask()) : call);
        Shape.OF_ACTION.get(action).check(reply.data());
    }

    Stream<String> aFileIsTakenInPlaceOfAnAddress() {
        return sendsFiles()
                ? Shape.OF_ACTION.keySet().stream()
                        .filter(action -> hasModel(action))
                        .sorted()
                : Stream.empty();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aCallByTlsIsAnsweredWithAnAddressOfTls(Dialect dialect) throws Exception {
        Reply reply = made(call("SegmentBody", dialect).byTls());
        assertThat(reply.data().path("imageurl").asString()).startsWith("https://" + server().authority() + "/");
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aMaskIsGivenInPlaceOfACutoutWhereThatIsAsked(Dialect dialect) throws Exception {
        Reply reply = made(call("SegmentBody", dialect).with("ReturnForm", "mask"));
        Shape.picture(reply.data().path("imageurl"), Photos.WIDTH, Photos.HEIGHT, 1);
    }

    @ParameterizedTest
    @MethodSource("dialectsOfJobs")
    void aJobIsAcceptedAndAskedForUntilItHasSucceeded(Dialect dialect) throws Exception {
        Call call = call("SegmentHead", dialect).by(Call.Way.QUERY).with("Async", "true");
        String job = made(call).answer().path("requestid").asString();
        JsonNode ended = ended(bare("GetAsyncJobResult", dialect).with("JobId", job));
        assertThat(ended.path("jobid").asString()).isEqualTo(job);
        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("PROCESS_SUCCESS");
        JsonNode result = JsonMapper.shared().readTree(ended.path("result").asString());
        assertThat(result.path("Elements").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUERY", "FORM"})
    void aSignatureHoldsWhateverAParameterHasInIt(Call.Way way) throws Exception {
        Call call = call("SegmentCommonImage", dialects().getFirst()).by(way);
        Shape.PICTURE.check(made(call.with("Note", AWKWARD)).data());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aWrongSecretIsRefused(Dialect dialect) throws Exception {
        Call call = call("SegmentBody", dialect).as(server().key().id(), "not-the-secret");
        assertThat(made(call).code()).isEqualTo(codeOfAWrongSecret(dialect));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void anUnknownKeyIsRefused(Dialect dialect) throws Exception {
        Call call = call("SegmentBody", dialect).as("nobody", server().key().secret());
        assertThat(made(call).code()).isEqualTo("InvalidAccessKeyId.NotFound");
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aCallWithoutAnImageIsRefused(Dialect dialect) throws Exception {
        assertThat(made(bare("SegmentBody", dialect)).code()).isEqualTo("MissingImageURL");
    }

    @ParameterizedTest
    @MethodSource("dialectsOfJobs")
    void anUnknownJobIsRefused(Dialect dialect) throws Exception {
        Call call = bare("GetAsyncJobResult", dialect).with("JobId", NO_JOB);
        assertThat(made(call).code()).isEqualTo("InvalidParameter.JobNotFound");
    }

    @Test
    void anUnknownActionIsRefused() throws Exception {
        Call call = call("SegmentNothing", dialects().getFirst()).by(Call.Way.QUERY);
        assertThat(made(call).code()).isEqualTo("UnsupportedOperation");
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aCallFromLongAgoIsRefused(Dialect dialect) throws Exception {
        server().clock().setAhead(Duration.ofMinutes(16));
        try {
            assertThat(made(call("SegmentBody", dialect)).code()).isEqualTo("InvalidTimeStamp.Expired");
        } finally {
            server().clock().setAhead(Duration.ZERO);
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aCallThatIsSentASecondTimeIsRefused(Dialect dialect) throws Exception {
        try (Twice twice = new Twice(server().port())) {
            Call call = call("SegmentBody", dialect).to(twice.authority());
            assertThat(made(call).code()).isEqualTo("SignatureNonceUsed");
        }
    }
}
