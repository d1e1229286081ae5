package io.imageseg.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenVinoFolderTest {
    private static final String FILE = "openvino-1.2.3-py3-none-any.whl";

    @TempDir
    Path place;

    @Test
    void holdsTheLibrariesThatAreNeededAndTheirLicences() throws Exception {
        folder().ensure(wheel("the library"));
        assertThat(names(place.resolve("openvino")))
                .containsExactlyInAnyOrder("libopenvino_c.so.2641", "libtbb.so.12", "PACKAGE", "LICENSE");
        assertThat(place.resolve("openvino/libopenvino_c.so.2641")).hasContent("the library");
        assertThat(names(place)).as("nothing else stays").contains(FILE).hasSize(5);
    }

    @Test
    void isLeftAsItIsOnceItIsThere() throws Exception {
        OpenVinoWheel wheel = wheel("the library");
        folder().ensure(wheel);
        Files.delete(place.resolve(FILE));
        folder().ensure(wheel);
        assertThat(place.resolve("openvino/libopenvino_c.so.2641")).hasContent("the library");
    }

    @Test
    void takesTheNewerPackageAsAWhole() throws Exception {
        folder().ensure(wheel("the library"));
        Files.writeString(place.resolve("openvino/old.so"), "old");
        folder().ensure(wheel("a newer library"));
        assertThat(place.resolve("openvino/libopenvino_c.so.2641")).hasContent("a newer library");
        assertThat(place.resolve("openvino/old.so")).doesNotExist();
    }

    @Test
    void staysAsItIsWhereThePackageIsAnother() throws Exception {
        folder().ensure(wheel("the library"));
        OpenVinoWheel other = new OpenVinoWheel("1.2.3", FILE, "00", List.of());
        assertThatThrownBy(() -> folder().ensure(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(FILE)
                .hasMessageContaining("00 is expected");
        assertThat(place.resolve("openvino/libopenvino_c.so.2641")).hasContent("the library");
        assertThat(place.resolve("openvino.part")).doesNotExist();
    }

    @Test
    void saysWhatTheMirrorLacks() throws Exception {
        OpenVinoWheel wheel = wheel("the library");
        Files.delete(place.resolve(FILE));
        assertThatThrownBy(() -> folder().ensure(wheel))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(place.resolve(FILE) + " is not there");
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void hasAPackageForLinuxOnX86Alone() {
        assertThat(OpenVinoWheel.of("Linux", "amd64")).isPresent();
        assertThat(OpenVinoWheel.of("Linux", "aarch64")).isEmpty();
        assertThat(OpenVinoWheel.of("Mac OS X", "aarch64")).isEmpty();
        assertThat(OpenVinoWheel.of("Windows 11", "amd64")).isEmpty();
    }

    private OpenVinoFolder folder() {
        return new OpenVinoFolder(place.resolve("openvino"), place);
    }

    private OpenVinoWheel wheel(String library) throws IOException {
        Path file = place.resolve(FILE);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "openvino/libs/libopenvino_c.so.2641", library);
            entry(zip, "openvino/libs/libtbb.so.12", "threads");
            entry(zip, "openvino/libs/libopenvino_intel_gpu_plugin.so", "not needed");
            entry(zip, "openvino/libs/../../../libtbb.so.12", "out of the folder");
            entry(zip, "openvino/__init__.py", "not needed");
            entry(zip, "openvino-1.2.3.dist-info/licenses/LICENSE", "Apache-2.0");
        }
        return new OpenVinoWheel("1.2.3", FILE, Hashes.sha256(file), List.of());
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        }
    }
}
