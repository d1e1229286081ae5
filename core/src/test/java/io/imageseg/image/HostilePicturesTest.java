package io.imageseg.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpServer;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are small and would have a reader fetch, expand or allocate without end. */
@Timeout(20)
class HostilePicturesTest {
    private static final int BOMB = 256 << 20;
    private static final long BOUNDED = 32L << 20;

    private final PictureReader reader = new PictureReader(10_000_000);
    private final AtomicInteger fetched = new AtomicInteger();
    private HttpServer host;

    @BeforeEach
    void start() throws Exception {
        host = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        host.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        host.start();
    }

    @AfterEach
    void stop() {
        host.stop(0);
    }

    private enum Entities {
        FETCHED_BY_HTTP("<!ENTITY e SYSTEM 'http://127.0.0.1:%d/e'>"),
        A_FILE("<!ENTITY e SYSTEM 'file:///etc/passwd'>"),
        OF_A_PARAMETER("<!ENTITY %% p SYSTEM 'http://127.0.0.1:%d/p'> %%p; <!ENTITY e 'x'>"),
        A_BILLION_LAUGHS(laughs());

        private final String declared;

        Entities(String declared) {
            this.declared = declared;
        }

        private static String laughs() {
            StringBuilder laughs = new StringBuilder("<!ENTITY a0 'ha'>");
            for (int i = 1; i < 12; i++) {
                laughs.append("<!ENTITY a%d '%s'>"
                        .formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
            }
            return laughs.append("<!ENTITY e '&a11;'>").toString();
        }

        byte[] xmp(int port) {
            return """
                    <!DOCTYPE x [%s]><x:xmpmeta xmlns:x="adobe:ns:meta/">
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&e;</dc:title>
                    </rdf:Description></rdf:RDF></x:xmpmeta>""".formatted(declared.formatted(port)).getBytes(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void entitiesInDescriptionsAreNotExpanded(Entities entities) throws Exception {
        byte[] xmp = entities.xmp(host.getAddress().getPort());
        readsCheaply(Bytes.jpegWithXmp(Bytes.picture("jpg"), xmp));
        readsCheaply(Bytes.withChunk(Bytes.picture("png"), "iTXt", Bytes.joined("XML:com.adobe.xmp\0\0\0\0\0", xmp)));
        readsCheaply(Bytes.webpWithXmp(Bytes.picture("webp"), 64, 32, xmp));
        readsCheaply(Bytes.jpegWithExif(Bytes.picture("jpg"), 700, xmp));
        assertThat(fetched).hasValue(0);
    }

    private void readsCheaply(byte[] file) throws Exception {
        long before = allocated();
        try (Picture picture = reader.read(file)) {
            assertThat(picture.width()).isEqualTo(64);
        }
        assertThat(allocated() - before).isLessThan(BOUNDED);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iCCP", "zTXt", "iTXt"})
    void compressedChunksAreNotInflatedBeyondMeasure(String type) throws Exception {
        String head = type.equals("iTXt") ? "x\0\1\0\0\0" : "x\0\0";
        readsCheaply(Bytes.withChunk(Bytes.picture("png"), type, Bytes.joined(head, Bytes.deflated(BOMB))));
    }

    @Test
    void pixelDataBeyondThePictureIsPassedOver() throws Exception {
        byte[] bomb = Bytes.pngOf(64, 32, Bytes.deflated(BOMB));
        assertThat(bomb.length).isLessThan(2 << 20);
        long begun = System.nanoTime();
        readsCheaply(bomb);
        assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
    }

    @Test
    void sizesAreCheckedBeforeAnythingIsAllocated() throws Exception {
        refusesCheaply(Bytes.pngOf(100_000, 100_000, Bytes.deflated(100)), "pixels; at most");
        refusesCheaply(Bytes.pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE, Bytes.deflated(100)), "pixels; at most");
        refusesCheaply(Bytes.resizedJpeg(Bytes.picture("jpg"), 65_500, 65_500), "pixels; at most");
        byte[] webp = Bytes.picture("webp");
        refusesCheaply(Bytes.webpWithXmp(webp, 16_384, 16_384, new byte[0]), "pixels; at most");
        refusesCheaply(Bytes.webpWithXmp(webp, 16, 16, new byte[0]), "WEBP");
        readsCheaply(Bytes.bmpWithProfile(Bytes.picture("bmp"), Integer.MAX_VALUE));
        refusesCheaply(Bytes.riffOfLength(webp, Integer.MAX_VALUE - 8), "WEBP");
    }

    private void refusesCheaply(byte[] file, String said) {
        long before = allocated();
        assertThatThrownBy(() -> reader.read(file).close())
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(said);
        assertThat(allocated() - before).isLessThan(BOUNDED);
    }

    /** Each scan is a pass over all pixels, and may be a few bytes. */
    @Test
    void aJpegOfThousandsOfScansIsRefused() throws Exception {
        byte[] progressive = Bytes.progressiveJpeg(64, 32);
        readsCheaply(progressive);
        refusesCheaply(Bytes.lastScanRepeated(progressive, 5_000), "scans");
    }

    @Test
    void turnedPicturesAreStillTurned() throws Exception {
        byte[] file = Bytes.jpegWithExif(Bytes.picture("jpg"), 274, new byte[] {0, 6});
        assertThat(ImageHeader.of(file).orientation()).isEqualTo(Orientation.ofTag(6));
    }
}
