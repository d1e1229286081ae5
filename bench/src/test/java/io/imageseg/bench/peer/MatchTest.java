package io.imageseg.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.imageseg.bench.photo.Photo;
import io.imageseg.bench.process.Child;
import io.imageseg.image.ImageFormat;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class MatchTest {
    private static final Photo PHOTO = new Photo("photo", 8, 8, ImageFormat.JPEG, new byte[] {1, 2, 3});

    @TempDir
    Path folder;

    /** Listens only after it was asked a few times, and counts. */
    private final class LateServer implements CutServer {
        final AtomicInteger starts = new AtomicInteger();
        final AtomicInteger cuts = new AtomicInteger();

        @Override
        public String description() {
            return "late";
        }

        @Override
        public Running start() throws IOException {
            starts.incrementAndGet();
            Child child = Child.start(List.of("sleep", "600"), Map.of(), folder.resolve("log"));
            AtomicInteger asked = new AtomicInteger();
            return new Running() {
                @Override
                public byte[] cut(Photo photo) throws IOException {
                    if (asked.incrementAndGet() < 3) {
                        throw new ConnectException("not yet");
                    }
                    cuts.incrementAndGet();
                    return photo.file();
                }

                @Override
                public Child child() {
                    return child;
                }

                @Override
                public void close() {
                    child.close();
                }
            };
        }
    }

    @Test
    void bothAreStartedAsOftenAndGetTheSameRequests() throws Exception {
        LateServer ours = new LateServer();
        LateServer peer = new LateServer();
        Match.Result result = new Match(ours, peer, List.of(PHOTO), Duration.ZERO).play();
        assertThat(ours.starts)
                .as("one to warm the disk, three that count, one for the loads")
                .hasValue(5);
        assertThat(peer.starts).hasValue(5);
        int expected = 5 + Match.MEMORY_REQUESTS + Match.ROUNDS * (1 + Match.CROWD);
        assertThat(ours.cuts).hasValue(expected);
        assertThat(peer.cuts).hasValue(expected);
        assertThat(result.ours().starts()).hasSize(3);
        assertThat(result.ours().alone().latencies()).hasSize(Match.ROUNDS);
        assertThat(result.peer().crowd().latencies()).hasSize(Match.ROUNDS * Match.CROWD);
        assertThat(result.peer().residentMib()).isPositive();
    }

    @Test
    void whatIsNoPngIsAFailureThatShowsItself() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
        assertThat(Png.check("it", png)).isSameAs(png);
        assertThatIOException()
                .isThrownBy(() -> Png.check("it", "{\"detail\":\"no\"}".getBytes(StandardCharsets.UTF_8)))
                .withMessage("it answered no PNG but: {\"detail\":\"no\"}");
    }

    @Test
    void aPhotoIsPostedWithTheModelsName() {
        byte[][] parts = Rembg.form(PHOTO);
        assertThat(new String(parts[0], StandardCharsets.UTF_8))
                .contains("name=\"model\"\r\n\r\nisnet-general-use\r\n")
                .endsWith("name=\"file\"; filename=\"photo\"\r\nContent-Type: image/jpeg\r\n\r\n");
        assertThat(parts[1]).isEqualTo(PHOTO.file());
        assertThat(new String(parts[2], StandardCharsets.UTF_8)).matches("\r\n--.*--\r\n");
    }
}
