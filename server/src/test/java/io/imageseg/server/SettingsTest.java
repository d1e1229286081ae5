package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.model.EngineChoice;
import io.imageseg.model.Precision;
import io.imageseg.server.action.LimitsProfile;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void theDocumentedTableHoldsEverySettingAndNoOther() throws IOException {
        String table = Files.readString(Path.of("..", "docs", "settings.md"));
        Set<String> documented = Pattern.compile("^\\| `(imageseg\\.[a-z.-]+)`", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> names = new TreeSet<>();
        collect("imageseg", Settings.class, names);
        assertThat(documented).isEqualTo(names);
    }

    @Test
    void theCommandLineGoesBeforeTheFileAndTheFileBeforeTheDefault() throws IOException {
        Path file = folder.resolve("imageseg.yaml");
        Files.writeString(file, "imageseg:\n  port: 9000\n  host: 0.0.0.0\n  queue:\n    deadline: PT5S\n");
        Settings settings = SettingsReader.read(Optional.of(file), Map.of("imageseg.port", "9001"));
        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.queue().deadline()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.queue().length()).isEqualTo(16);
        assertThat(settings.limits()).isEqualTo(LimitsProfile.ALIYUN);
    }

    @ParameterizedTest
    @CsvSource({
        "imageseg.port, 70000, it must be 0 to 65535",
        "imageseg.port, many, many",
        "imageseg.limits, generous, generous",
        "imageseg.engine, steam, steam",
        "imageseg.openvino.precision, f8, f8",
        "imageseg.queue.deadline, soon, soon",
        "imageseg.queue.at-a-time, 0, it must be 1 to 64",
        "imageseg.metrics.from, localhost, imageseg.metrics.from: localhost is not an address block",
        "imageseg.colour, red, imageseg.colour"
    })
    void aWrongSettingStopsTheStartAndIsNamed(String name, String value, String said) {
        assertThatThrownBy(() -> SettingsReader.read(Optional.empty(), Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({"auto, AUTO", "f32, F32", "bf16, BF16"})
    void precisionsAreNamedAsTheirUsersNameThem(String value, Precision precision) throws IOException {
        Settings settings = SettingsReader.read(
                Optional.empty(), Map.of("imageseg.openvino.precision", value, "imageseg.engine", "openvino"));
        assertThat(settings.openvino().precision()).isEqualTo(precision);
        assertThat(settings.engine()).isEqualTo(EngineChoice.Kind.OPENVINO);
    }

    private static void collect(String prefix, Class<?> type, Set<String> names) {
        for (Method method : type.getMethods()) {
            String name =
                    prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            Class<?> kind = kind(method);
            if (kind.getEnclosingClass() == Settings.class) {
                collect(name, kind, names);
            } else {
                names.add(name);
            }
        }
    }

    /** What it returns, or what that holds if anything. */
    private static Class<?> kind(Method method) {
        return method.getGenericReturnType() instanceof ParameterizedType optional
                        && optional.getRawType() == Optional.class
                        && optional.getActualTypeArguments()[0] instanceof Class<?> held
                ? held
                : method.getReturnType();
    }
}
