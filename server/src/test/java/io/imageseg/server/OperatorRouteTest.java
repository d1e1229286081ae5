package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.operator.KeyCommand;
import io.imageseg.server.operator.KeyReply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Who may use the operator's route of a running server, and who may not. */
class OperatorRouteTest {
    private final AdjustableClock clock = new AdjustableClock();
    private TestServer server;
    private URI address;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(data, clock);
        address = server.address().resolve("/operator/keys");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SealedQuestion question() throws Exception {
        return new SealedQuestion(data, clock);
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(403);
        assertThat(reply.json().propertyNames()).containsExactly("Message");
    }

    @Test
    void aSealedQuestionIsAnswered() throws Exception {
        Reply reply = question().send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("text").asString())
                .contains(server.key().id())
                .doesNotContain(server.key().secret());
    }

    @Test
    void whatIsNotSealedIsRefused() throws Exception {
        for (String body : List.of("", "{}", "null", "[]", "{\"command\":\"show\"}", "{\"text\":null,\"seal\":\"\"}")) {
            refused(SealedQuestion.send(address, body));
        }
        refused(SealedQuestion.send(address, "x".repeat(13 << 20)));
        refused(question().altered("seal", "").send());
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        refused(question().key(new byte[32]).send());
    }

    @Test
    void whatWasAlteredOnTheWayIsRefused() throws Exception {
        refused(question()
                .altered("text", "{\"command\":\"enable\",\"id\":\"x\",\"enabled\":false}")
                .send());
        refused(question().altered("nonce", "another").send());
        refused(question()
                .altered("time", clock.instant().plusSeconds(1).toString())
                .send());
        refused(question().altered("instance", "another").send());
    }

    @Test
    void aQuestionIsAnsweredOnce() throws Exception {
        String body = question().body();
        assertThat(SealedQuestion.send(address, body).status()).isEqualTo(200);
        refused(SealedQuestion.send(address, body));
        clock.advance(Duration.ofSeconds(30));
        refused(SealedQuestion.send(address, body));
        clock.advance(Duration.ofMinutes(10));
        refused(SealedQuestion.send(address, body));
    }

    @Test
    void aQuestionIsAnsweredForThirtySeconds() throws Exception {
        assertThat(question().at(clock, Duration.ofSeconds(-30)).send().status())
                .isEqualTo(200);
        assertThat(question().at(clock, Duration.ofSeconds(30)).send().status()).isEqualTo(200);
        refused(question().at(clock, Duration.ofMillis(-30_001)).send());
        refused(question().at(clock, Duration.ofMillis(30_001)).send());
        refused(question().with("time", "+1000000000-12-31T23:59:59.999999999Z").send());
    }

    @Test
    void aQuestionToAnEarlierRunOfTheServerIsRefused() throws Exception {
        String earlier = question().body();
        server.close();
        server = TestServer.start(data, clock);
        refused(SealedQuestion.send(server.address().resolve("/operator/keys"), earlier));
    }

    @Test
    void anAnswerCannotBeSentBackAsAQuestion() throws Exception {
        String answer = question().send().text();
        clock.advance(Duration.ofSeconds(1));
        refused(SealedQuestion.send(address, answer));
        refused(question().direction("TO_OPERATOR").send());
    }

    @Test
    void aSealDoesNotOpenOtherPathsOrMethods() throws Exception {
        String body = question().body();
        for (String path : List.of("/", "/operator", "/operator/keys/more", "/Operator/Keys", "//operator/keys")) {
            Reply reply = SealedQuestion.send(URI.create("http://127.0.0.1:" + server.port() + path), body);
            assertThat(reply.status()).as(path).isEqualTo(400);
            assertThat(reply.text()).as(path).doesNotContain(server.key().id());
        }
        assertThat(Reply.toGet(address.toString()).failure().code()).isEqualTo("MissingParameter");
    }

    @Test
    void aSignedCallOfTheApiIsNoQuestion() throws Exception {
        RpcCall call = server.call("SegmentCommodity");
        refused(SealedQuestion.send(URI.create(address + call.target().substring(1)), ""));
    }

    @Test
    void noSecretReachesTheLog() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        try {
            KeyReply.Issued made =
                    (KeyReply.Issued) server.operator(new KeyCommand.Create("a shop", KeyLimits.NONE, false));
            String id = made.key().accessKeyId();
            KeyReply.Issued rotated = (KeyReply.Issued) server.operator(new KeyCommand.Rotate(id, Duration.ofHours(1)));
            String log = lines.list.toString();
            assertThat(log).contains("a shop", id);
            assertThat(log).doesNotContain(made.secret(), rotated.secret());
            assertThat(made.toString() + rotated).doesNotContain(made.secret(), rotated.secret());
        } finally {
            root.detachAppender(lines);
        }
    }
}
