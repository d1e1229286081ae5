package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.auth.AccessKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser with the console's page open: it keeps the cookie and sends what the page sends. */
final class Browser {
    private final URI server;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String cookie = "";

    Browser(URI server) {
        this.server = server;
        String own = server.toString();
        with("X-Imageseg-Console", "1").with("Sec-Fetch-Site", "same-origin");
        with("Origin", own.substring(0, own.length() - 1));
    }

    /** Sends another value of a header from now on, or none if it is empty. */
    Browser with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Another one with the same cookie. */
    Browser copy() {
        Browser copy = new Browser(server);
        copy.cookie = cookie;
        return copy;
    }

    /** The same browser without what it has been given. */
    Browser withoutCookie() {
        cookie = "";
        return this;
    }

    Reply signIn(AccessKey key) throws IOException, InterruptedException {
        return signIn(key.id(), key.secret());
    }

    Reply signIn(String id, String secret) throws IOException, InterruptedException {
        Reply reply = post("session", Map.of("accessKeyId", id, "accessKeySecret", secret));
        reply.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return reply;
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    Reply delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Reply post(String path, Object value) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(value)));
    }

    Reply post(String path, byte[] body) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofByteArray(body));
    }

    /** Keeps a picture and gives its address. */
    String keep(byte[] picture) throws IOException, InterruptedException {
        Reply reply = post("files", picture);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("url").asString();
    }

    /** Makes a call and gives its lines. */
    List<JsonNode> call(String action, Map<String, String> parameters) throws IOException, InterruptedException {
        Reply reply = post("calls", Map.of("action", action, "parameters", parameters));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/x-ndjson;charset=utf-8");
        return reply.text().lines().map(JsonMapper.shared()::readTree).toList();
    }

    /** Makes a call and gives its lines as they come. */
    InputStream begin(String action, Map<String, String> parameters) throws IOException, InterruptedException {
        String order = JsonMapper.shared().writeValueAsString(Map.of("action", action, "parameters", parameters));
        return Reply.bodyOf(request("POST", "calls", BodyPublishers.ofString(order)));
    }

    private Reply send(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        return Reply.to(request(method, path, body));
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve("/console/api/" + path)).method(method, body);
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return request;
    }
}
