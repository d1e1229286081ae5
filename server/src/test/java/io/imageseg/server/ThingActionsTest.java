package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** What the actions about vehicles and furniture answer when they find two things; the photo is 120×110. */
class ThingActionsTest {
    private PeopleServer server;
    private ImageHost images;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        server = new PeopleServer(data);
        images = new ImageHost();
    }

    @AfterEach
    void stop() {
        images.close();
        server.close();
    }

    private RpcCall call(String action) {
        return server.call(action).with("ImageURL", images.put("photo.png", Photos.of("png", 120, 110)));
    }

    @Test
    void eachVehicleIsAnElementOfTheSourcesSizeBesideTheSource() throws Exception {
        Reply reply = call("SegmentVehicle").get();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode data = reply.json().path("Data");
        assertThat(data.propertyNames()).containsExactly("Elements");
        assertThat(data.path("Elements").size()).isEqualTo(2);
        for (JsonNode element : data.path("Elements")) {
            assertThat(element.propertyNames()).containsExactlyInAnyOrder("OriginImageURL", "ImageURL", "Confidence");
            BufferedImage origin =
                    Reply.pictureAt(element.path("OriginImageURL").asString());
            assertThat(origin.getWidth()).isEqualTo(120);
            assertThat(origin.getRGB(60, 55)).as("the photo itself").isEqualTo(0xffff0000);
        }
        JsonNode first = data.path("Elements").get(0);
        assertThat(first.path("Confidence").asDouble()).isEqualTo(.988);
        checkFirst(Reply.pictureAt(first.path("ImageURL").asString()));
    }

    @Test
    void eachPieceOfFurnitureIsAnElementOfTheSourcesSize() throws Exception {
        Reply reply = call("SegmentFurniture").get();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode elements = reply.json().path("Data").path("Elements");
        assertThat(elements.size()).isEqualTo(2);
        assertThat(elements.get(0).propertyNames()).containsExactlyInAnyOrder("ImageURL", "Confidence");
        assertThat(elements.get(1).path("Confidence").asDouble()).isEqualTo(.5);
        checkFirst(Reply.pictureAt(elements.get(0).path("ImageURL").asString()));
    }

    private static void checkFirst(BufferedImage thing) {
        assertThat(thing.getWidth()).isEqualTo(120);
        assertThat(thing.getHeight()).isEqualTo(110);
        int x = PeopleServer.FIRST.x();
        int y = PeopleServer.FIRST.y();
        assertThat(thing.getRGB(x, y)).as("in its place").isEqualTo(0xff00c800);
        assertThat(thing.getRGB(x - 1, y)).as("and nothing elsewhere").isZero();
    }

    @Test
    void inXmlElementsIsRepeated() throws Exception {
        Element root = call("SegmentVehicle").with("Format", "XML").get().xml();
        assertThat(root.getTagName()).isEqualTo("SegmentVehicleResponse");
        assertThat(root.getElementsByTagName("Elements").getLength()).isEqualTo(2);
        assertThat(root.getElementsByTagName("OriginImageURL").getLength()).isEqualTo(2);
    }
}
