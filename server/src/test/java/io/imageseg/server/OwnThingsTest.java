package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server whose settings name a network for which vehicles are what is red; in the photo that is 36×40 pixels. */
class OwnThingsTest {
    @TempDir
    Path folder;

    @Test
    void vehiclesAreWhatTheNetworkOfTheSettingsSays() throws Exception {
        Path file = RednessNetwork.write(folder.resolve("red.onnx"));
        Map<String, String> settings = Map.of(
                "imageseg.networks.things.file", file.toString(),
                "imageseg.networks.things.kind", "semantic",
                "imageseg.networks.things.classes", "bus=0");
        try (ImageHost images = new ImageHost();
                TestServer server = TestServer.start(folder.resolve("data"), settings, RedIsSalient::new)) {
            Reply reply = server.call("SegmentVehicle")
                    .with("ImageURL", images.put("photo.jpg", Photos.redLeft()))
                    .get();
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            JsonNode elements = reply.json().path("Data").path("Elements");
            assertThat(elements.size()).isEqualTo(1);
            assertThat(elements.get(0).path("Confidence").asDouble()).isGreaterThan(.9);
            BufferedImage bus = Reply.pictureAt(elements.get(0).path("ImageURL").asString());
            assertThat(new Color(bus.getRGB(20, 30), true).getAlpha()).isGreaterThan(250);
            assertThat(new Color(bus.getRGB(70, 30), true).getAlpha()).isZero();
        }
    }
}
