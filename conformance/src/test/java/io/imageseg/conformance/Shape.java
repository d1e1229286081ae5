package io.imageseg.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.image.Box;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** What the Data of each action must be, as {@link SpeedyServer} answers it; each address is fetched. */
record Shape(Consumer<JsonNode> checks) {
    static final Shape PICTURE = new Shape(data -> full(data.path("imageurl"), 4));

    private static final Shape PLACED = new Shape(data -> eachOfTwo(data, Shape::placed));

    private static final Shape VEHICLES = new Shape(data -> eachOfTwo(data, (element, _) -> {
        full(element.path("imageurl"), 4);
        full(element.path("originimageurl"), 3);
    }));

    private static final Shape FURNITURE =
            new Shape(data -> eachOfTwo(data, (element, _) -> full(element.path("imageurl"), 4)));

    private static final Shape FACE = new Shape(data -> {
        full(data.path("originimageurl"), 3);
        assertThat(elements(data).map(element -> element.path("name").asString()))
                .containsExactly("skin", "nose");
        elements(data).forEach(element -> full(element.path("imageurl"), 4));
    });

    private static final Shape MASK = new Shape(data -> {
        assertThat(elements(data)).hasSize(1);
        elements(data).forEach(element -> full(element.path("imageurl"), 1));
    });

    static final Map<String, Shape> OF_ACTION = Map.of(
            "SegmentBody", PICTURE,
            "SegmentCommodity", PICTURE,
            "SegmentCommonImage", PICTURE,
            "SegmentHead", PLACED,
            "SegmentFace", PLACED,
            "SegmentHair", PLACED,
            "SegmentVehicle", VEHICLES,
            "SegmentFurniture", FURNITURE,
            "ParseFace", FACE,
            "RefineMask", MASK);

    void check(JsonNode data) {
        checks.accept(data);
    }

    private interface ElementCheck {
        void check(JsonNode element, Box place);
    }

    private static void eachOfTwo(JsonNode data, ElementCheck check) {
        List<JsonNode> elements = elements(data).toList();
        assertThat(elements).hasSize(2);
        check.check(elements.getFirst(), SpeedyServer.FIRST);
        check.check(elements.getLast(), SpeedyServer.SECOND);
    }

    private static Stream<JsonNode> elements(JsonNode data) {
        return data.path("elements").valueStream();
    }

    private static void placed(JsonNode element, Box place) {
        assertThat(Stream.of("x", "y", "width", "height").map(element::path))
                .allMatch(JsonNode::isInt)
                .map(JsonNode::asInt)
                .containsExactly(place.x(), place.y(), place.width(), place.height());
        picture(element.path("imageurl"), place.width(), place.height(), 4);
    }

    private static void full(JsonNode address, int channels) {
        picture(address, Photos.WIDTH, Photos.HEIGHT, channels);
    }

    /** Fetches a PNG and looks at its size. */
    static void picture(JsonNode address, int width, int height, int channels) {
        assertThat(address.isString()).as("%s is an address", address).isTrue();
        BufferedImage picture = fetched(URI.create(address.asString()));
        assertThat(List.of(
                        picture.getWidth(),
                        picture.getHeight(),
                        picture.getColorModel().getNumComponents()))
                .containsExactly(width, height, channels);
    }

    /** The picture at an address, which must be that of a PNG. */
    static BufferedImage fetched(URI address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> file =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
            return ImageIO.read(new ByteArrayInputStream(file.body()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
