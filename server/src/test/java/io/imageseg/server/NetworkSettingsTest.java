package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.face.ClassFormat;
import io.imageseg.face.PixelLayout;
import io.imageseg.segment.OwnNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSettingsTest {
    private static final String PARTS = "skin,l_brow,r_brow,l_eye,r_eye,nose,u_lip,l_lip";

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("own.onnx"), "opened when it is needed");
    }

    @Test
    void withoutThemTheBuiltInMethodsStay() throws IOException {
        assertThat(read(Map.of())).isEqualTo(OwnNetworks.NONE);
    }

    @Test
    void aFileAndItsClassesAreEnough() throws IOException {
        OwnNetworks own = read(Map.of("hair.file", file.toString(), "hair.classes", "background, hair"));
        assertThat(own.faceParsing()).isEmpty();
        assertThat(own.hair().orElseThrow().format()).isEqualTo(ClassFormat.of("background", "hair"));
        assertThat(own.hair().orElseThrow().name()).isEqualTo(file + " of imageseg.networks.hair");
    }

    @Test
    void theDocumentedExamplesAreRead() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "settings.md"));
        List<OwnNetworks> read = Pattern.compile("(?s)```yaml\\n(.*?)```")
                .matcher(document)
                .results()
                .map(this::example)
                .toList();
        assertThat(read).hasSize(2);
        ClassFormat parts = read.getFirst().faceParsing().orElseThrow().format();
        assertThat(parts.classes()).hasSize(19);
        assertThat(parts.mean()).containsExactly(.485, .456, .406);
        assertThat(parts.deviation()).containsExactly(.229, .224, .225);
        ClassFormat hair = read.getLast().hair().orElseThrow().format();
        assertThat(hair.classes()).hasSize(6);
        assertThat(hair.layout()).isEqualTo(PixelLayout.NHWC);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hair.classes | background,person | imageseg.networks.hair: classes is [background, person]; one of them must be hair",
                "hair.file | nowhere.onnx | imageseg.networks.hair.file is nowhere.onnx; there is no such file",
                "hair.layout | chwn | imageseg.networks.hair.layout",
                "hair.mean | 1,2 | imageseg.networks.hair: mean is [1.0, 2.0]",
                "hair.deviation | 1,0,1 | imageseg.networks.hair: deviation is [1.0, 0.0, 1.0]; each number must be above 0",
                "hair.colour | red | imageseg.networks.hair.colour",
                "face-parsing.classes | skin,nose | imageseg.networks.face-parsing: classes is [skin, nose]; it lacks l_brow",
                "face-parsing.classes | skin,beard | imageseg.networks.face-parsing: classes has beard; allowed are",
            })
    void aWrongOneStopsTheStartAndIsNamed(String name, String value, String said) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "hair.file",
                file.toString(),
                "hair.classes",
                "hair",
                "face-parsing.file",
                file.toString(),
                "face-parsing.classes",
                PARTS));
        settings.put(name, value);
        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aFileWithoutClassesIsRefused() {
        assertThatThrownBy(() -> read(Map.of("hair.file", file.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("imageseg.networks.hair.classes");
    }

    private static OwnNetworks read(Map<String, String> slots) throws IOException {
        Map<String, String> settings = new HashMap<>();
        slots.forEach((name, value) -> settings.put("imageseg.networks." + name, value));
        return NetworkSettings.read(
                SettingsReader.read(Optional.empty(), settings).networks(), 1);
    }

    private OwnNetworks example(MatchResult block) {
        try {
            Path yaml = folder.resolve("example.yaml");
            Files.writeString(yaml, block.group(1).replaceAll("file: .*", "file: " + file));
            return NetworkSettings.read(
                    SettingsReader.read(Optional.of(yaml), Map.of()).networks(), 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
