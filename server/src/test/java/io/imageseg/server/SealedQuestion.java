package io.imageseg.server;

import io.imageseg.server.auth.ServerKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** A question of the operator, put together step by step and sealed, by code that shares nothing with the server's. */
final class SealedQuestion {
    private final URI address;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> altered = new LinkedHashMap<>();
    private byte[] key;
    private String direction = "TO_SERVER";

    SealedQuestion(Path data, Clock clock) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("server.address"));
        address = URI.create(lines.getFirst());
        key = ServerKey.of(data).derive("operator");
        fields.put("instance", lines.getLast());
        fields.put("time", clock.instant().toString());
        fields.put("nonce", UUID.randomUUID().toString());
        fields.put("text", "{\"command\":\"show\"}");
    }

    SealedQuestion with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    SealedQuestion at(Clock clock, Duration later) {
        return with("time", clock.instant().plus(later).toString());
    }

    /** Sends another value than the one that was sealed. */
    SealedQuestion altered(String name, String value) {
        altered.put(name, value);
        return this;
    }

    SealedQuestion key(byte[] another) {
        key = another.clone();
        return this;
    }

    SealedQuestion direction(String another) {
        direction = another;
        return this;
    }

    Reply send() throws Exception {
        return send(address, body());
    }

    static Reply send(URI address, String body) throws Exception {
        return Reply.to(HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body)));
    }

    String body() throws GeneralSecurityException {
        List<String> sealed = List.of(
                direction,
                fields.getOrDefault("instance", ""),
                fields.getOrDefault("time", ""),
                fields.getOrDefault("nonce", ""),
                fields.getOrDefault("text", ""));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String text = JsonMapper.shared().writeValueAsString(sealed);
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.put("seal", HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        sent.putAll(altered);
        return JsonMapper.shared().writeValueAsString(sent);
    }
}
