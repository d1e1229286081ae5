package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A file on its way to the server, put together step by step as client libraries do, by code of its own. */
final class Upload {
    private static final String BOUNDARY = "boundary0123456789ab";

    private String host;
    private final String key;
    private final Map<String, String> before = new LinkedHashMap<>();
    private final Map<String, String> after = new LinkedHashMap<>();
    private String contentType = "multipart/form-data; boundary=" + BOUNDARY;
    private String beforeDelimiter = "\r\n";
    private String scheme = "http";
    private byte[] file = Photos.png();

    private Upload(JsonNode leave) {
        host = leave.path("Bucket").asString() + "." + leave.path("Endpoint").asString();
        key = leave.path("ObjectKey").asString();
        before.put("OSSAccessKeyId", leave.path("AccessKeyId").asString());
        before.put("policy", leave.path("EncodedPolicy").asString());
        before.put("Signature", leave.path("Signature").asString());
        before.put("key", key);
        before.put("success_action_status", "201");
    }

    /** With leave of the server: the first of the three steps. */
    static Upload to(TestServer server) throws Exception {
        return with(leave(server.call("AuthorizeFileUpload")));
    }

    static Upload with(JsonNode leave) {
        return new Upload(leave);
    }

    static JsonNode leave(RpcCall call) throws Exception {
        Reply reply =
                call.with("Version", "2019-12-19").with("Product", "imageseg").get();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    Upload file(byte[] bytes) {
        file = bytes;
        return this;
    }

    Upload with(String field, String value) {
        before.put(field, value);
        return this;
    }

    Upload without(String field) {
        before.remove(field);
        return this;
    }

    /** Sends the field behind the file. */
    Upload behind(String field) {
        after.put(field, before.getOrDefault(field, ""));
        return without(field);
    }

    Upload contentType(String type) {
        contentType = type;
        return this;
    }

    /** Leaves out the line break between the file and the delimiter, as a client library for Node does. */
    Upload withoutLineBreak() {
        beforeDelimiter = "";
        return this;
    }

    /** Sends it to another host than the one that leave names. */
    Upload at(String other) {
        host = other;
        return this;
    }

    Upload byTls() {
        scheme = "https";
        return this;
    }

    String key() {
        return key;
    }

    String field(String name) {
        return before.getOrDefault(name, "");
    }

    /** What the third step names. */
    String imageUrl() {
        return "http://" + host + "/" + key;
    }

    /** The second step. */
    Reply send() throws IOException, InterruptedException {
        return Reply.to(HttpRequest.newBuilder(URI.create(scheme + "://" + host + "/"))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body())));
    }

    /** The second step as it goes over the wire, {@code length} announced. */
    byte[] raw(long length) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(
                ("POST / HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n")
                        .formatted(host, contentType, length)
                        .getBytes(StandardCharsets.UTF_8));
        raw.writeBytes(body());
        return raw.toByteArray();
    }

    byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(fields(before));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + key
                        + "\"\r\nContent-Type: \r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(beforeDelimiter.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(fields(after));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] fields(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
