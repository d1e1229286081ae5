package io.imageseg.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.conformance.ApiDocument.Data;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The programs of {@code docs/api.md} in one language, and the calls of its tables, as they stand but for endpoint, key
 * and secret. All calls of a client run in one process.
 */
@Timeout(120)
abstract class DocumentedCalls extends ClientUnderTest {
    private static final int SECONDS = 100;

    private final String language;
    private final ApiDocument document = ApiDocument.read();
    private final Map<String, Run> runs = new HashMap<>();

    /** What a program printed, and what it said beside. */
    private record Run(List<String> lines, String errors) {}

    /** @param language as the document marks it */
    DocumentedCalls(Program program, String language) throws IOException {
        super(program, Set.of());
        this.language = language;
    }

    /** What a program of the document needs to run. */
    abstract Program librariesOf(String program);

    @BeforeAll
    void runPrograms(@TempDir Path folder) throws Exception {
        String job = job();
        for (String name : document.programsIn(language)) {
            boolean callsAll = document.addresses().containsKey(name);
            String text = callsAll
                    ? document.programOfAllCalls(name)
                    : document.programs().get(name).text();
            List<String> arguments = callsAll
                    ? List.of(photos().photo(), photos().mask(), job)
                    : List.of(photos().photoFile().toString());
            Path file = Files.writeString(folder.resolve(name.replaceAll("\\W", "") + "." + language), withKey(text));
            runs.put(name, run(librariesOf(name).runtime(), file, arguments));
        }
    }

    private String job() throws IOException, InterruptedException {
        Call call = call("SegmentCommonImage", Dialect.USUAL).by(Call.Way.QUERY).with("Async", "true");
        String job = made(call).answer().path("requestid").asString();
        assertThat(ended(bare("GetAsyncJobResult", Dialect.USUAL).with("JobId", job))
                        .has("result"))
                .isTrue();
        return job;
    }

    private String withKey(String program) {
        return program.replace("127.0.0.1:8080", server().authority())
                .replace("\"KEY\"", "\"" + server().key().id() + "\"")
                .replace("\"SECRET\"", "\"" + server().key().secret() + "\"");
    }

    private static Run run(ProcessBuilder runtime, Path file, List<String> arguments)
            throws IOException, InterruptedException {
        runtime.command().add(file.toString());
        runtime.command().addAll(arguments);
        Path out = file.resolveSibling(file.getFileName() + ".out");
        Path errors = file.resolveSibling(file.getFileName() + ".errors");
        Process process = runtime.redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", file)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(Files.readAllLines(out), Files.readString(errors));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource
    void aCallOfTheTablesPrintsTheAddressOfAPng(String client, String action) {
        Run run = runs.get(client);
        int index = document.actionsOf(client).indexOf(action);
        assertThat(run.lines()).as(run.errors()).hasSizeGreaterThan(index);
        String line = run.lines().get(index);
        assertIsAddressOfPng(document.actions().get(action).data() == Data.JOB ? imageUrl(line) : line);
    }

    Stream<Arguments> aCallOfTheTablesPrintsTheAddressOfAPng() {
        return document.programsIn(language).stream()
                .filter(document.addresses()::containsKey)
                .flatMap(client -> document.actionsOf(client).stream().map(action -> Arguments.of(client, action)));
    }

    @ParameterizedTest
    @MethodSource
    void aFileIsSentAndTheAddressOfAPngPrinted(String program) {
        Run run = runs.get(program);
        assertThat(run.lines()).as(run.errors()).hasSize(1);
        assertIsAddressOfPng(run.lines().getFirst());
    }

    Stream<String> aFileIsSentAndTheAddressOfAPngPrinted() {
        return document.programsIn(language).stream()
                .filter(program -> !document.addresses().containsKey(program));
    }

    private static String imageUrl(String result) {
        return JsonMapper.shared().readTree(result).path("ImageURL").asString();
    }

    private void assertIsAddressOfPng(String address) {
        assertThat(address).startsWith("http://" + server().authority() + "/results/");
        assertThat(Shape.fetched(URI.create(address))).as(address).isNotNull();
    }
}
