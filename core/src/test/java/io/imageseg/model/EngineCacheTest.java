package io.imageseg.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCacheTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void eachContentAndEachMakerHasAPlaceOfItsOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("isnet.onnx"), "one");
        Path one = cache().place(file, "openvino-1");
        assertThat(cache().place(file, "openvino-1")).isEqualTo(one);
        assertThat(cache().place(file, "openvino-2")).isNotEqualTo(one);
        Files.writeString(file, "two");
        assertThat(cache().place(file, "openvino-1")).isNotEqualTo(one);
    }

    @Test
    void whatWasNotUsedForThirtyDaysIsRemovedWhenAnotherIsUsed() throws IOException {
        Path used = place("isnet.onnx-0000000a-openvino-2", Duration.ofDays(50));
        Path younger = place("isnet.onnx-0000000b-openvino-1", Duration.ofDays(29));
        Path older = place("isnet.onnx-0000000b-onnxruntime-1", Duration.ofDays(31));
        Path ofAnEarlierRelease = place("isnet.onnx-0000000c", Duration.ofDays(31));
        Path notOurs = place("holiday-photos", Duration.ofDays(400));
        cache().used(used);
        assertThat(used).isNotEmptyDirectory();
        assertThat(younger).isNotEmptyDirectory();
        assertThat(older).doesNotExist();
        assertThat(ofAnEarlierRelease).doesNotExist();
        assertThat(notOurs).isNotEmptyDirectory();
        assertThat(Files.getLastModifiedTime(used).toInstant()).isEqualTo(NOW);
    }

    @Test
    void aPlaceThatWasNeverMadeIsNoMatter() {
        cache().used(folder.resolve("isnet.onnx-0000000a-openvino-2"));
        assertThat(folder).isEmptyDirectory();
    }

    private Path place(String name, Duration unused) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Files.writeString(place.resolve("compiled"), "compiled");
        Files.setLastModifiedTime(place, FileTime.from(NOW.minus(unused)));
        return place;
    }

    private EngineCache cache() {
        return new EngineCache(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
