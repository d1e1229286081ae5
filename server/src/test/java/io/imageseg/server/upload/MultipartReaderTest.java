package io.imageseg.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
    private static final String FIRST = "--b1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
    private static final String NEXT = "--b1\r\nContent-Disposition: form-data; name=\"c\"\r\n\r\n";

    @Test
    void readsPartsUpToTheLast() throws IOException {
        assertThat(contents(FIRST + "one\r\n" + NEXT + "two\r\n--b1--\r\n")).containsExactly("one", "two");
    }

    @Test
    void doesNotNeedTheLineBreakBeforeADelimiter() throws IOException {
        assertThat(contents(FIRST + "one" + NEXT + "two--b1--")).containsExactly("one", "two");
    }

    @Test
    void ignoresWhatStandsBeforeTheFirstDelimiterAndBehindTheLast() throws IOException {
        assertThat(contents("hello\r\n" + FIRST + "one\r\n--b1--and more --b1\r\n"))
                .containsExactly("one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\r\n", "\r\n\r\n", "--b1-", "x--b2\r\n", "--b1x\r\n", "\r\n--b", "\r", "--", "\n--b1\n"})
    void takesNothingForADelimiterThatOnlyLooksLikeOne(String content) throws IOException {
        assertThat(contents(FIRST + content + "\r\n--b1--\r\n")).containsExactly(content);
    }

    @Property(tries = 60)
    void readsTheSameHoweverItArrives(
            @ForAll @IntRange(max = 140_000) int size,
            @ForAll @IntRange(min = 1, max = 70_000) int most,
            @ForAll long seed)
            throws IOException {
        byte[] content = new byte[size];
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            content[i] = (byte) "\r\n-b1".charAt(random.nextInt(5));
        }
        String text = new String(content, StandardCharsets.ISO_8859_1).replaceAll("--b1(?=\r\n|--|\\z)", "--b2");
        InputStream slow =
                new ByteArrayInputStream(
                        (FIRST + text + "\r\n" + NEXT + "two\r\n--b1--").getBytes(StandardCharsets.ISO_8859_1)) {
                    @Override
                    public synchronized int read(byte[] bytes, int from, int length) {
                        return super.read(bytes, from, Math.min(length, 1 + random.nextInt(most)));
                    }
                };
        assertThat(contents(slow)).containsExactly(text, "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b1",
                "--b1\r\nContent-",
                FIRST,
                FIRST + "one",
                FIRST + "one\r\n--b1",
                FIRST + "one\r\n--b1-"
            })
    void saysWhenABodyEndsEarly(String body) {
        assertThatThrownBy(() -> contents(body))
                .isInstanceOfSatisfying(
                        UploadException.class, e -> assertThat(e.refusal()).isEqualTo(UploadRefusal.CUT_OFF));
    }

    @Test
    void refusesHeadsWithoutEnd() {
        assertThatThrownBy(() -> contents("--b1\r\nX: " + "x".repeat(100_000) + "\r\n\r\none\r\n--b1--"))
                .isInstanceOfSatisfying(
                        UploadException.class, e -> assertThat(e.refusal()).isEqualTo(UploadRefusal.MALFORMED));
    }

    private static List<String> contents(String body) throws IOException {
        return contents(new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static List<String> contents(InputStream body) throws IOException {
        MultipartReader reader = new MultipartReader(body, "b1");
        List<String> contents = new ArrayList<>();
        for (Optional<String> head = reader.nextHead(); head.isPresent(); head = reader.nextHead()) {
            assertThat(head.get()).startsWith("Content-Disposition: form-data; name=");
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            reader.content(content::write);
            contents.add(content.toString(StandardCharsets.ISO_8859_1));
        }
        return contents;
    }
}
