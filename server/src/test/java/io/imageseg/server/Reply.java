package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered. */
record Reply(int status, HttpHeaders headers, byte[] body) {
    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .sslContext(TestCertificate.trustingAll())
            .build();

    /** The four members of every error. */
    record Failure(int status, String requestId, String hostId, String code, String message) {}

    static Reply to(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    /** The body of an answer that is still coming. */
    static InputStream bodyOf(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofInputStream()).body();
    }

    static Reply toGet(String address) throws IOException, InterruptedException {
        return to(HttpRequest.newBuilder(URI.create(address)));
    }

    /** The picture at the address of a result, which must be there. */
    static BufferedImage pictureAt(String address) throws Exception {
        Reply file = toGet(address);
        assertThat(file.status()).isEqualTo(200);
        return Photos.decoded(file.body());
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    JsonNode json() {
        assertThat(header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        return JSON.readTree(body);
    }

    /** The root element. */
    Element xml() {
        assertThat(header("Content-Type")).isEqualTo("text/xml;charset=utf-8");
        return xmlRoot();
    }

    /** The root element, of whatever type the answer says it is. */
    Element xmlRoot() {
        assertThat(text()).matches("(?s)<\\?xml version=['\"]1.0['\"] encoding=['\"]UTF-8['\"]\\?>.*");
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(text(), e);
        }
    }

    /** The address of the one picture of a success in JSON. */
    String imageUrl() {
        assertThat(status).as(text()).isEqualTo(200);
        return json().path("Data").path("ImageURL").asString();
    }

    Failure failure() {
        JsonNode json = json();
        Map<String, String> members = new LinkedHashMap<>();
        json.properties()
                .forEach(
                        member -> members.put(member.getKey(), member.getValue().asString()));
        return failure(members);
    }

    Failure xmlFailure() {
        return xmlFailure(xml());
    }

    /** What an object store's answer says. */
    Failure uploadFailure() {
        assertThat(header("Content-Type")).isEqualTo("application/xml");
        return xmlFailure(xmlRoot());
    }

    private Failure xmlFailure(Element root) {
        assertThat(root.getTagName()).isEqualTo("Error");
        Map<String, String> members = new LinkedHashMap<>();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            members.put(child.getNodeName(), child.getTextContent());
        }
        return failure(members);
    }

    private Failure failure(Map<String, String> members) {
        assertThat(members).as(text()).containsOnlyKeys("RequestId", "HostId", "Code", "Message");
        return new Failure(
                status,
                members.getOrDefault("RequestId", ""),
                members.getOrDefault("HostId", ""),
                members.getOrDefault("Code", ""),
                members.getOrDefault("Message", ""));
    }
}
