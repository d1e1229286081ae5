package io.imageseg.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A client program beside a server of its own, for all tests of a class; what can differ between libraries is here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientUnderTest {
    private final Program program;
    private final Set<String> withoutModel;

    private SpeedyServer server;
    private Photos photos;
    private Client client;

    /** @param withoutModel actions that the library has no class for */
    ClientUnderTest(Program program, Set<String> withoutModel) {
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

    /** What the client makes of a call. */
    final Reply made(Call call) throws IOException, InterruptedException {
        return client.make(call);
    }

    /** The Data of a GetAsyncJobResult, asked until the job has ended. */
    final JsonNode ended(Call call) throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            JsonNode data = made(call).data();
            if (!Set.of("QUEUING", "PROCESSING").contains(data.path("status").asString())) {
                return data;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the job did not end");
    }

    final SpeedyServer server() {
        return server;
    }

    final Photos photos() {
        return photos;
    }

    /** The manners of calling to be tried. */
    List<Dialect> dialects() {
        return List.of(Dialect.USUAL);
    }

    final boolean hasModel(String action) {
        return !withoutModel.contains(action);
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

    /** A call that is right. */
    final Call call(String action, Dialect dialect) {
        Call bare = bare(action, dialect).with("ImageURL", photos.photo());
        return action.equals("RefineMask") ? bare.with("MaskImageURL", photos.mask()) : bare;
    }

    /** The same without an image. */
    final Call bare(String action, Dialect dialect) {
        Call.Way way = hasModel(action) ? Call.Way.MODEL : Call.Way.FORM;
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

    /** Where the mask is when the photo is a file. */
    String mask() {
        return photos.maskFile().toString();
    }
}
