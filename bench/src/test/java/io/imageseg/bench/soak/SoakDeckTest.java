package io.imageseg.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.bench.call.Call;
import io.imageseg.bench.call.PhotoHost;
import io.imageseg.bench.call.QuickServer;
import io.imageseg.bench.photo.Photo;
import io.imageseg.bench.photo.Photos;
import io.imageseg.image.ImageFormat;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakDeckTest {
    @TempDir
    Path data;

    private Photos photos;
    private PhotoHost host;
    private QuickServer server;

    @BeforeEach
    void open() throws Exception {
        photos = Photos.of(Optional.empty());
        host = new PhotoHost();
        server = new QuickServer(data);
    }

    @Test
    void everyActionIsCalledAtOnceAndAsAJob() throws Exception {
        SoakDeck deck = SoakDeck.of(photos, host, server.client());
        assertThat(deck.calls())
                .filteredOn(call -> call instanceof SoakCall.Direct)
                .extracting(call -> ((SoakCall.Direct) call).call().action())
                .containsAll(Call.ACTIONS);
        assertThat(deck.calls())
                .filteredOn(call -> call instanceof SoakCall.Async)
                .extracting(call -> ((SoakCall.Async) call).call().action())
                .containsAll(Call.ACTIONS);
    }

    @Test
    void callsComeRoundAgain() throws Exception {
        SoakDeck deck = SoakDeck.of(photos, host, server.client());
        assertThat(deck.at(deck.calls().size() + 3)).isSameAs(deck.at(3));
    }

    @Test
    void aCallIsMadeToItsEnd() throws Exception {
        Photo photo = photos.scaled("chelsea", 64, 48, ImageFormat.WEBP);
        Call subject = Call.of("SegmentCommonImage", host.put(photo));
        Call people = Call.of("SegmentBody", host.put(photo));
        assertThat(new SoakCall.Direct(subject).make(server.client())).isEqualTo("OK");
        assertThat(new SoakCall.Async(subject).make(server.client())).isEqualTo("PROCESS_SUCCESS");
        assertThat(new SoakCall.Direct(people).make(server.client())).isEqualTo("InvalidImage.Content");
        assertThat(new SoakCall.Async(people).make(server.client())).isEqualTo("PROCESS_FAILED");
    }

    @AfterEach
    void close() {
        server.close();
        host.close();
    }
}
