package io.imageseg.server;

import io.imageseg.server.auth.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A call signed in its headers, put together step by step, by code that shares nothing with the server's. */
final class Acs3Call {
    private final URI server;
    private final AccessKey key;
    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, String> altered = new TreeMap<>();
    private final Map<String, String> query = new TreeMap<>();
    private final Map<String, String> form = new TreeMap<>();
    private final List<String> unsigned = new ArrayList<>();
    private String sentForm = "";
    private String layout = "Credential=%1$s,SignedHeaders=%2$s,Signature=%3$s";

    Acs3Call(URI server, AccessKey key, Clock clock, String action) {
        this.server = server;
        this.key = key;
        headers.put("x-acs-action", action);
        headers.put("x-acs-version", "2019-12-30");
        headers.put("x-acs-signature-nonce", UUID.randomUUID().toString());
        headers.put(
                "x-acs-date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    Acs3Call inQuery(String name, String value) {
        query.put(name, value);
        return this;
    }

    Acs3Call inForm(String name, String value) {
        form.put(name, value);
        return this;
    }

    Acs3Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Acs3Call without(String header) {
        headers.remove(header);
        return this;
    }

    /** Sends the header, but does not sign it. */
    Acs3Call unsigned(String header) {
        unsigned.add(header);
        return this;
    }

    /** Sends another value of a header than the one that is signed. */
    Acs3Call altered(String header, String value) {
        altered.put(header, value);
        return this;
    }

    /** Sends another form than the one that is signed. */
    Acs3Call alteredForm(String raw) {
        sentForm = raw;
        return this;
    }

    /** How credential, signed headers and signature stand in the header Authorization, as a format of these three. */
    Acs3Call layout(String format) {
        layout = format;
        return this;
    }

    Reply get() throws IOException, InterruptedException {
        return send("GET", HttpRequest.newBuilder(address()).GET());
    }

    Reply post() throws IOException, InterruptedException {
        String body = sentForm.isEmpty() ? encoded(form) : sentForm;
        return send(
                "POST",
                HttpRequest.newBuilder(address())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private Reply send(String method, HttpRequest.Builder request) throws IOException, InterruptedException {
        String authorization = authorization(method);
        Map<String, String> sent = new TreeMap<>(headers);
        sent.putAll(altered);
        sent.forEach(request::header);
        return Reply.to(request.header("Authorization", authorization));
    }

    private URI address() {
        return URI.create(server + (query.isEmpty() ? "" : "?" + encoded(query)));
    }

    private String authorization(String method) {
        headers.put("x-acs-content-sha256", sha256(method.equals("GET") ? "" : encoded(form)));
        return "ACS3-HMAC-SHA256 " + layout.formatted(key.id(), String.join(";", signed()), signature(method));
    }

    private Collection<String> signed() {
        return headers.keySet().stream()
                .filter(name -> !unsigned.contains(name))
                .toList();
    }

    /** What is hashed and signed. */
    String canonicalRequest(String method) {
        StringBuilder text = new StringBuilder(method + "\n/\n" + encoded(query) + "\n");
        signed().forEach(name -> text.append(name + ":" + headers.get(name) + "\n"));
        return text + "\n" + String.join(";", signed()) + "\n" + headers.get("x-acs-content-sha256");
    }

    private String signature(String method) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String text = "ACS3-HMAC-SHA256\n" + sha256(canonicalRequest(method));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
