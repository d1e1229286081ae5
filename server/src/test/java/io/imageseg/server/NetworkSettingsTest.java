package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.own.ClassFormat;
import io.imageseg.own.ColourOrder;
import io.imageseg.own.PixelLayout;
import io.imageseg.own.ThingFormat;
import io.imageseg.own.ThingName;
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
    void allThatIsSaidOfANetworkOfThingsIsRead() throws IOException {
        Map<String, String> said = new HashMap<>(Map.of(
                "file", file.toString(), "kind", "instances", "classes", "car=3", "order", "bgr", "masks", "image"));
        said.putAll(Map.of("least-score", ".6", "outputs", "boxes=6568, scores=6572,labels=6570,masks=6887"));
        Map<String, String> things = new HashMap<>();
        said.forEach((name, value) -> things.put("things." + name, value));
        ThingFormat format = read(things).things().orElseThrow().format();
        assertThat(format.pixels().order()).isEqualTo(ColourOrder.BGR);
        assertThat(format.frame()).isEqualTo(new ThingFormat.Frame(ThingFormat.Fit.LETTERBOX, 640));
        assertThat(format.least()).isEqualTo(.6);
        assertThat(format.masks()).isEqualTo(ThingFormat.MaskPlace.IMAGE);
        assertThat(format.outputs()).hasSize(4).containsEntry(ThingFormat.OutputRole.LABELS, "6570");
    }

    @Test
    void theDocumentedExamplesAreRead() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "settings.md"));
        List<OwnNetworks> read = Pattern.compile("(?s)```yaml\\n(.*?)```")
                .matcher(document)
                .results()
                .map(this::example)
                .toList();
        assertThat(read).hasSize(4);
        ClassFormat parts = read.getFirst().faceParsing().orElseThrow().format();
        assertThat(parts.classes()).hasSize(19);
        assertThat(parts.pixels().mean()).containsExactly(.485, .456, .406);
        assertThat(parts.pixels().deviation()).containsExactly(.229, .224, .225);
        ClassFormat hair = read.get(1).hair().orElseThrow().format();
        assertThat(hair.classes()).hasSize(6);
        assertThat(hair.pixels().layout()).isEqualTo(PixelLayout.NHWC);
        ThingFormat yolo = read.get(2).things().orElseThrow().format();
        assertThat(yolo.kind()).isEqualTo(ThingFormat.Kind.INSTANCES);
        assertThat(yolo.classes().names()).hasSize(13).containsEntry(57, ThingName.SOFA);
        ThingFormat rooms = read.getLast().things().orElseThrow().format();
        assertThat(rooms.kind()).isEqualTo(ThingFormat.Kind.SEMANTIC);
        assertThat(rooms.frame()).isEqualTo(new ThingFormat.Frame(ThingFormat.Fit.STRETCH, 512));
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
                "things.kind | panoptic | imageseg.networks.things.kind",
                "things.classes | car=2,tank=3 | imageseg.networks.things: classes has the name tank; allowed are [aeroplane,",
                "things.classes | car | imageseg.networks.things: classes has car; each is name=number",
                "things.side | 20 | imageseg.networks.things: side is 20; it must be 32 to 4096",
                "things.least-score | 40 | imageseg.networks.things: least-score is 40.0; it must be 0 to 1",
                "things.outputs | mask=a | imageseg.networks.things: outputs has mask=a; each is boxes=, scores=, labels=",
                "things.fit | crop | imageseg.networks.things.fit",
                "things.mean | 1 | imageseg.networks.things: mean is [1.0]",
                "things.file | nowhere.onnx | imageseg.networks.things.file is nowhere.onnx; there is no such file",
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
        settings.putAll(
                Map.of("things.file", file.toString(), "things.kind", "instances", "things.classes", "car=2,chair=56"));
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
