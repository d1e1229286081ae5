package io.imageseg.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every published client must find at the server; a subclass names the client and what is peculiar to it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientConformance {
    private static final String AWKWARD = "a b+c*~(x)'!,;:@\u00e9\u4e2d\ud83d\ude97/?#&=%20\"<>\\|^`{}[]$_-.\t";
    private static final String NO_JOB = "00000000-0000-0000-0000-000000000000";

    private final Program program;
    private final Set<String> withoutModel;

    private SpeedyServer server;
    private Photos photos;
    private Client client;

    /** @param withoutModel actions that the library has no class for */
    ClientConformance(Program program, Set<String> withoutModel) {
        this.program = program;
        this.withoutModel = withoutModel;
    }

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path folder) throws Exception {
        Path log = Files.createDirectories(Program.TARGET.resolve("clients"))
                .resolve(getClass().getSimpleName() + ".log");
        client = program.start(log);
        server = new SpeedyServer(data, folder);
        photos = new Photos(folder);
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {client, photos, server}) {
            if (part != null) {
                part.close();
            }
        }
    }

    final Photos photos() {
        return photos;
    }

    /** The manners of calling to be tried. */
    List<Dialect> dialects() {
        return List.of(Dialect.USUAL);
    }

    /** Whether the library can make a call for this action in that manner. */
    boolean takes(String action, Dialect dialect) {
        return true;
    }

    /** Whether the library has classes that send files. */
    boolean sendsFiles() {
        return true;
    }

    /** Some clients compare the message with their own string to sign and say what they conclude. */
    String codeOfAWrongSecret(Dialect dialect) {
        return "SignatureDoesNotMatch";
    }

    /** The parameter by which a call is asked to be done later may be one the library's class does not have. */
    Call.Way wayOfAsync() {
        return Call.Way.QUERY;
    }

    private Call call(String action, Dialect dialect) {
        Call bare = bare(action, dialect).with("ImageURL", photos.photo());
        return action.equals("RefineMask") ? bare.with("MaskImageURL", photos.mask()) : bare;
    }

    private Call bare(String action, Dialect dialect) {
        Call.Way way = withoutModel.contains(action) ? Call.Way.FORM : Call.Way.MODEL;
        return new Call(
                "http",
                server.authority(),
                server.key().id(),
                server.key().secret(),
                action,
                Map.of(),
                way,
                dialect.options());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource
    void everyActionIsAnswered(String action, Dialect dialect) throws Exception {
        Reply reply = client.make(call(action, dialect));
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
                .with("ImageURL", photos.photoFile().toString());
        Reply reply = client.make(action.equals("RefineMask") ? call.with("MaskImageURL", mask()) : call);
        Shape.OF_ACTION.get(action).check(reply.data());
    }

    Stream<String> aFileIsTakenInPlaceOfAnAddress() {
        return sendsFiles()
                ? Shape.OF_ACTION.keySet().stream()
                        .filter(action -> !withoutModel.contains(action))
                        .sorted()
                : Stream.empty();
    }

    /** Where the mask is when the photo is a file. */
    String mask() {
        return photos.maskFile().toString();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aCallByTlsIsAnsweredWithAnAddressOfTls(Dialect dialect) throws Exception {
        Reply reply = client.make(call("SegmentBody", dialect).byTls());
        assertThat(reply.data().path("imageurl").asString()).startsWith("https://" + server.authority() + "/");
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aMaskIsGivenInPlaceOfACutoutWhereThatIsAsked(Dialect dialect) throws Exception {
        Reply reply = client.make(call("SegmentBody", dialect).with("ReturnForm", "mask"));
        Shape.picture(reply.data().path("imageurl"), Photos.WIDTH, Photos.HEIGHT, 1);
    }

    @ParameterizedTest
    @MethodSource("dialectsOfJobs")
    void aJobIsAcceptedAndAskedForUntilItHasSucceeded(Dialect dialect) throws Exception {
        Call call = call("SegmentHead", dialect).by(wayOfAsync()).with("Async", "true");
        String job = client.make(call).answer().path("requestid").asString();
        JsonNode ended = ended(bare("GetAsyncJobResult", dialect).with("JobId", job));
        assertThat(ended.path("jobid").asString()).isEqualTo(job);
        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("PROCESS_SUCCESS");
        JsonNode result = JsonMapper.shared().readTree(ended.path("result").asString());
        assertThat(result.path("Elements").size()).isEqualTo(2);
    }

    private JsonNode ended(Call call) throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            JsonNode data = client.make(call).data();
            if (!Set.of("QUEUING", "PROCESSING").contains(data.path("status").asString())) {
                return data;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the job did not end");
    }

    @ParameterizedTest
    @EnumSource(names = {"QUERY", "FORM"})
    void aSignatureHoldsWhateverAParameterHasInIt(Call.Way way) throws Exception {
        Call call = call("SegmentCommonImage", dialects().getFirst()).by(way);
        Shape.PICTURE.check(client.make(call.with("Note", AWKWARD)).data());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aWrongSecretIsRefused(Dialect dialect) throws Exception {
        Call call = call("SegmentBody", dialect).as(server.key().id(), "not-the-secret");
        assertThat(client.make(call).code()).isEqualTo(codeOfAWrongSecret(dialect));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void anUnknownKeyIsRefused(Dialect dialect) throws Exception {
        Call call = call("SegmentBody", dialect).as("nobody", server.key().secret());
        assertThat(client.make(call).code()).isEqualTo("InvalidAccessKeyId.NotFound");
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aCallWithoutAnImageIsRefused(Dialect dialect) throws Exception {
        assertThat(client.make(bare("SegmentBody", dialect)).code()).isEqualTo("MissingImageURL");
    }

    @ParameterizedTest
    @MethodSource("dialectsOfJobs")
    void anUnknownJobIsRefused(Dialect dialect) throws Exception {
        Call call = bare("GetAsyncJobResult", dialect).with("JobId", NO_JOB);
        assertThat(client.make(call).code()).isEqualTo("InvalidParameter.JobNotFound");
    }

    @Test
    void anUnknownActionIsRefused() throws Exception {
        Call call = call("SegmentNothing", dialects().getFirst()).by(Call.Way.QUERY);
        assertThat(client.make(call).code()).isEqualTo("UnsupportedOperation");
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aCallFromLongAgoIsRefused(Dialect dialect) throws Exception {
        server.clock().setAhead(Duration.ofMinutes(16));
        try {
            assertThat(client.make(call("SegmentBody", dialect)).code()).isEqualTo("InvalidTimeStamp.Expired");
        } finally {
            server.clock().setAhead(Duration.ZERO);
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aCallThatIsSentASecondTimeIsRefused(Dialect dialect) throws Exception {
        try (Twice twice = new Twice(server.port())) {
            Call call = call("SegmentBody", dialect).to(twice.authority());
            assertThat(client.make(call).code()).isEqualTo("SignatureNonceUsed");
        }
    }
}
