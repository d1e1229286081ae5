package io.imageseg.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxMessageTest {
    @TempDir
    Path folder;

    @Test
    void numbersTextsAndMessagesAreReadAsTheyWereWritten() throws IOException {
        OnnxMessage inner = OnnxMessage.of(OnnxField.of(1, -1), OnnxField.of(1, 300), OnnxField.of(2, "Größe"));
        OnnxMessage read = written(OnnxMessage.of(OnnxField.of(1000, inner), OnnxField.of(3, "")));
        OnnxMessage found = read.messages(1000).getFirst();
        assertThat(found.values(1)).containsExactly(-1L, 300L);
        assertThat(found.text(2)).isEqualTo("Größe");
        assertThat(read.texts(3)).containsExactly("");
        assertThat(read.text(4)).isEmpty();
    }

    @Test
    void numbersMayBePacked() {
        MemorySegment packed = MemorySegment.ofArray(new byte[] {1, 3, (byte) 0xac, 2});
        assertThat(OnnxMessage.of(OnnxField.of(1, List.of(packed))).values(1)).containsExactly(1L, 3L, 300L);
    }

    @Test
    void whatIsNotKnownStaysAsItIs() throws IOException {
        byte[] bytes = {
            0x0d,
            1,
            2,
            3,
            4, // field 1, four bytes
            0x11,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8, // field 2, eight bytes
            0x1a,
            2,
            9,
            9, // field 3, two bytes
            0x20,
            (byte) 0x80,
            1 // field 4, a number
        };
        OnnxMessage changed = OnnxMessage.read(MemorySegment.ofArray(bytes)).with(OnnxField.of(4, 128));
        changed.write(folder.resolve("same"));
        assertThat(folder.resolve("same")).hasBinaryContent(bytes);
    }

    @Test
    void aFileIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("there"), "mine");
        assertThatThrownBy(() -> OnnxMessage.of(OnnxField.of(1, 1)).write(file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void damageIsRefusedAndNothingElse() throws IOException {
        Path file = folder.resolve("network.onnx");
        TwoBranches.network().write(file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                SplitConcats.in(OnnxNetwork.read(damaged));
            } catch (IllegalArgumentException _) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private OnnxMessage written(OnnxMessage message) throws IOException {
        Path file = folder.resolve("message");
        message.write(file);
        return OnnxMessage.read(MemorySegment.ofArray(Files.readAllBytes(file)));
    }
}
