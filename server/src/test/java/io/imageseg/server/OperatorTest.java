package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.operator.KeyCommand;
import io.imageseg.server.operator.KeyReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on keys, from a process of their own, with and without a server. */
class OperatorTest {
    @TempDir
    private Path data;

    private TestServer server(String host) throws IOException {
        return TestServer.start(data, Map.of("imageseg.host", host), RedIsSalient::new);
    }

    /** Shows the keys of a folder by the system's clock. */
    static final class Shows {
        private Shows() {}

        static void main(String[] arguments) throws InterruptedException {
            try {
                System.out.println(Operator.ask(Path.of(arguments[0]), new KeyCommand.Show(), Clock.systemUTC()));
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** What another process is told, for which the database is locked while a server runs. */
    private String shown() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Shows.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::", "localhost"})
    void theRunningServerAnswersWhereverItListens(String host) throws Exception {
        try (TestServer server = server(host)) {
            // The other process goes by the time of the day.
            server.clock().set(Clock.systemUTC().instant());
            assertThat(shown()).contains("Shown[keys=", server.key().id());
        }
    }

    @Test
    void withoutAServerTheDatabaseIsUsedAndItsKeysAreServedLater() throws Exception {
        KeyReply.Issued made = (KeyReply.Issued)
                Operator.ask(data, new KeyCommand.Create("", KeyLimits.NONE, false), Clock.systemUTC());
        try (TestServer server = server("127.0.0.1")) {
            assertThat(server.key().id()).isEqualTo(made.key().accessKeyId());
            assertThat(data.resolve("server.address")).exists();
        }
        assertThat(data.resolve("server.address")).doesNotExist();
    }

    @Test
    void anAddressThatACrashLeftBehindDoesNoHarm() throws Exception {
        Files.write(data.resolve("server.address"), List.of("http://127.0.0.1:9/operator/keys", "gone"));
        assertThat(Operator.ask(data, new KeyCommand.Show(), Clock.systemUTC()))
                .isEqualTo(new KeyReply.Shown(List.of()));
        Files.writeString(data.resolve("server.address"), "half");
        assertThat(Operator.ask(data, new KeyCommand.Show(), Clock.systemUTC()))
                .isEqualTo(new KeyReply.Shown(List.of()));
    }

    @Test
    void anotherProgramAtTheServersAddressIsNotBelieved() throws Exception {
        HttpServer impostor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        impostor.createContext("/", exchange -> {
            byte[] echo = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, echo.length);
            exchange.getResponseBody().write(echo);
            exchange.close();
        });
        impostor.start();
        String address = "http://127.0.0.1:%d/operator/keys"
                .formatted(impostor.getAddress().getPort());
        try (TestServer _ = server("127.0.0.1")) {
            Files.write(data.resolve("server.address"), List.of(address, "x"));
            assertThat(shown()).contains("cannot be opened: another process has it open");
        } finally {
            impostor.stop(0);
        }
    }

    @Test
    void aSecondServerIsRefusedAndTheFirstOnesAddressStays() throws Exception {
        try (TestServer server = server("127.0.0.1")) {
            String before = Files.readString(data.resolve("server.address"));
            assertThat(before).contains(":" + server.port() + "/");
            assertThat(StartTest.startedBeside(data)).contains("cannot be opened: another process has it open");
            assertThat(Files.readString(data.resolve("server.address"))).isEqualTo(before);
        }
    }

    @Test
    void limitsAreChangedOneByOneAndWrongOnesRefused() throws Exception {
        try (TestServer server = server("127.0.0.1")) {
            String id = server.key().id();
            KeyLimits both = new KeyLimits(Optional.of(Set.of("SegmentBody")), OptionalInt.of(5));
            KeyReply.KeyView key = limited(server, new KeyCommand.Limit(id, true, false, both));
            assertThat(key.actions()).contains(List.of("SegmentBody"));
            assertThat(key.perMinute()).isEmpty();
            key = limited(server, new KeyCommand.Limit(id, false, true, both));
            assertThat(key.perMinute()).hasValue(5);
            key = limited(server, new KeyCommand.Limit(id, true, false, KeyLimits.NONE));
            assertThat(key.actions()).isEmpty();
            assertThat(key.perMinute()).hasValue(5);

            refused(server, new KeyCommand.Limit("ISnobody", true, true, both), "no key ISnobody");
            KeyLimits unknown = new KeyLimits(Optional.of(Set.of("SegmentUnicorn")), OptionalInt.empty());
            refused(
                    server,
                    new KeyCommand.Limit(id, true, false, unknown),
                    "SegmentUnicorn; the actions are ParseFace");
            refused(server, new KeyCommand.Create("", unknown, false), "SegmentUnicorn");
            KeyLimits none = new KeyLimits(Optional.empty(), OptionalInt.of(0));
            refused(server, new KeyCommand.Limit(id, false, true, none), "1 to 1000000 calls");
            refused(server, new KeyCommand.Create("two\nlines", KeyLimits.NONE, false), "on one line");
        }
    }

    private static KeyReply.KeyView limited(TestServer server, KeyCommand command) throws Exception {
        return ((KeyReply.Shown) server.operator(command)).keys().getFirst();
    }

    private static void refused(TestServer server, KeyCommand command, String why) throws Exception {
        assertThat(server.operator(command))
                .isInstanceOfSatisfying(
                        KeyReply.Refused.class, reply -> assertThat(reply.why()).contains(why));
    }

    @Test
    void aFolderWhoseKeyIsNoneIsNamed() throws Exception {
        Files.writeString(data.resolve("server.key"), "short");
        assertThatThrownBy(() -> Operator.ask(data, new KeyCommand.Show(), Clock.systemUTC()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("server.key has 5 bytes");
    }
}
