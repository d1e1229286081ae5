package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.face.FacePart;
import io.imageseg.image.Box;
import io.imageseg.image.PlacedCutout;
import io.imageseg.segment.FaceParse;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** What the actions about people answer when they find somebody; the photo is 120×110. */
class PeopleActionsTest {
    private PeopleServer server;
    private ImageHost images;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        server = new PeopleServer(data);
        server.parse = _ -> new FaceParse.Parts(parts());
        images = new ImageHost();
    }

    @AfterEach
    void stop() {
        images.close();
        server.close();
    }

    private static Map<FacePart, PlacedCutout> parts() {
        Map<FacePart, PlacedCutout> parts = new EnumMap<>(FacePart.class);
        parts.put(FacePart.SKIN, PeopleServer.placed(new Box(10, 10, 60, 70), .9));
        parts.put(FacePart.LEFT_EYE, PeopleServer.placed(new Box(50, 30, 8, 4), .9));
        parts.put(FacePart.MOUTH, PeopleServer.placed(new Box(30, 60, 20, 6), .9));
        return parts;
    }

    private RpcCall call(String action) {
        return server.call(action).with("ImageURL", images.put("photo.png", Photos.of("png", 120, 110)));
    }

    @Test
    void bodiesAreOnePictureOfTheSourcesSize() throws Exception {
        Reply reply = call("SegmentBody").get();
        assertThat(reply.json().path("Data").propertyNames()).containsExactly("ImageURL");
        BufferedImage body = Reply.pictureAt(reply.imageUrl());
        assertThat(body.getWidth()).isEqualTo(120);
        assertThat(body.getHeight()).isEqualTo(110);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SegmentHead", "SegmentFace", "SegmentHair"})
    void eachPersonIsAnElementWithItsPlaceInWholeNumbers(String action) throws Exception {
        Reply reply = call(action).get();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode data = reply.json().path("Data");
        assertThat(data.propertyNames()).containsExactly("Elements");
        JsonNode elements = data.path("Elements");
        assertThat(elements.size()).isEqualTo(2);
        check(elements.get(0), PeopleServer.FIRST, .988);
        check(elements.get(1), PeopleServer.SECOND, .5);
    }

    private static void check(JsonNode element, Box place, double confidence) throws Exception {
        assertThat(element.propertyNames())
                .containsExactlyInAnyOrder("X", "Y", "Width", "Height", "ImageURL", "Confidence");
        assertThat(Stream.of("X", "Y", "Width", "Height").map(element::get)).allMatch(JsonNode::isInt);
        assertThat(List.of(
                        element.path("X").asInt(),
                        element.path("Y").asInt(),
                        element.path("Width").asInt(),
                        element.path("Height").asInt()))
                .containsExactly(place.x(), place.y(), place.width(), place.height());
        assertThat(element.path("Confidence").asDouble()).isEqualTo(confidence);
        BufferedImage cropped = Reply.pictureAt(element.path("ImageURL").asString());
        assertThat(cropped.getWidth()).isEqualTo(place.width());
        assertThat(cropped.getHeight()).isEqualTo(place.height());
        assertThat(cropped.getColorModel().getNumComponents()).isEqualTo(4);
    }

    @Test
    void inXmlElementsIsRepeated() throws Exception {
        Element root = call("SegmentHead").with("Format", "XML").get().xml();
        assertThat(root.getTagName()).isEqualTo("SegmentHeadResponse");
        assertThat(children(root.getElementsByTagName("Data").item(0))).containsExactly("Elements", "Elements");
        Node second = root.getElementsByTagName("Elements").item(1);
        assertThat(children(second)).containsExactlyInAnyOrder("X", "Y", "Width", "Height", "ImageURL", "Confidence");
        assertThat(((Element) second).getElementsByTagName("X").item(0).getTextContent())
                .isEqualTo("60");
    }

    private static List<String> children(Node parent) {
        NodeList children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(i -> children.item(i).getNodeName())
                .toList();
    }

    @Test
    void aFacesPartsAreNamedAndOfTheSourcesSizeBesideTheSource() throws Exception {
        Reply reply = call("ParseFace").get();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode data = reply.json().path("Data");
        assertThat(data.propertyNames()).containsExactlyInAnyOrder("OriginImageURL", "Elements");
        BufferedImage origin = Reply.pictureAt(data.path("OriginImageURL").asString());
        assertThat(origin.getWidth()).isEqualTo(120);
        assertThat(origin.getRGB(60, 55)).as("the photo itself").isEqualTo(0xffff0000);
        JsonNode elements = data.path("Elements");
        assertThat(elements.valueStream().map(element -> element.path("Name").asString()))
                .containsExactly("skin", "l_eye", "mouth");
        JsonNode eye = elements.get(1);
        assertThat(eye.propertyNames()).containsExactlyInAnyOrder("Name", "ImageURL");
        BufferedImage part = Reply.pictureAt(eye.path("ImageURL").asString());
        assertThat(part.getWidth()).isEqualTo(120);
        assertThat(part.getHeight()).isEqualTo(110);
        assertThat(part.getRGB(50, 30)).as("in its place").isEqualTo(0xff00c800);
        assertThat(part.getRGB(49, 30)).as("and nothing elsewhere").isZero();
    }

    @Test
    void aFacesPartsInXmlAreRepeatedToo() throws Exception {
        Element root = call("ParseFace").with("Format", "xml").get().xml();
        assertThat(root.getTagName()).isEqualTo("ParseFaceResponse");
        assertThat(children(root.getElementsByTagName("Data").item(0)))
                .containsExactlyInAnyOrder("OriginImageURL", "Elements", "Elements", "Elements");
        assertThat(root.getElementsByTagName("Name").item(2).getTextContent()).isEqualTo("mouth");
    }
}
