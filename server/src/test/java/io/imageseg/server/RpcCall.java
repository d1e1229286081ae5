package io.imageseg.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One call, put together step by step and signed when it is sent, by code that shares nothing with the server's. */
final class RpcCall {
    private URI server;
    private final String secret;
    private final Map<String, String> signed = new TreeMap<>();
    private final Map<String, String> altered = new TreeMap<>();
    private final Set<String> inForm = new TreeSet<>();
    private final Set<String> spelled = new TreeSet<>();
    private final StringBuilder moreQuery = new StringBuilder();
    private final StringBuilder moreForm = new StringBuilder();
    private boolean isSigned = true;

    RpcCall(URI server, String keyId, String secret, Clock clock, String action) {
        this.server = server;
        this.secret = secret;
        with("Action", action).with("Version", "2019-12-30").with("AccessKeyId", keyId);
        with("SignatureMethod", "HMAC-SHA1").with("SignatureVersion", "1.0");
        with("SignatureNonce", UUID.randomUUID().toString());
        with("Timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Sends it to the server under another address. */
    RpcCall at(String address) {
        server = URI.create(address);
        return this;
    }

    RpcCall with(String name, String value) {
        signed.put(name, value);
        return this;
    }

    RpcCall without(String name) {
        isSigned &= !name.equals("Signature");
        signed.remove(name);
        return this;
    }

    /** Sends another value than the one that was signed. */
    RpcCall altered(String name, String value) {
        altered.put(name, value);
        return this;
    }

    /** Signs the parameter, but sends it at the end of the query in this spelling. */
    RpcCall spelled(String name, String raw) {
        spelled.add(name);
        return appendedToQuery(name + "=" + raw);
    }

    /** In a POST, these travel in the body and not in the query. */
    RpcCall inForm(String... names) {
        inForm.addAll(Set.of(names));
        return this;
    }

    RpcCall allInForm() {
        inForm.addAll(signed.keySet());
        return inForm("Signature");
    }

    /** Puts text behind the query as it is. */
    RpcCall appendedToQuery(String raw) {
        moreQuery.append('&').append(raw);
        return this;
    }

    RpcCall appendedToForm(String raw) {
        moreForm.append('&').append(raw);
        return this;
    }

    /** By POST if anything is to be in the form, else by GET. */
    Reply send() throws IOException, InterruptedException {
        return inForm.isEmpty() && moreForm.isEmpty() ? get() : post();
    }

    Reply get() throws IOException, InterruptedException {
        return Reply.toGet(server.resolve(target()).toString());
    }

    Reply post() throws IOException, InterruptedException {
        Map<String, String> sent = sent("POST");
        String form = joined(sent, inForm::contains) + moreForm;
        return Reply.to(HttpRequest.newBuilder(address(joined(sent, name -> !inForm.contains(name))))
                .header("Content-Type", "Application/X-WWW-Form-URLEncoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Path and query of what {@link #get} sends. */
    String target() {
        return "/?" + joined(sent("GET"), _ -> true) + moreQuery;
    }

    private URI address(String query) {
        return URI.create(server + "?" + query + moreQuery);
    }

    private Map<String, String> sent(String method) {
        Map<String, String> sent = new TreeMap<>(signed);
        if (isSigned) {
            sent.put("Signature", signature(stringToSign(method)));
        }
        sent.putAll(altered);
        sent.keySet().removeAll(spelled);
        return sent;
    }

    /** What is signed when the call is sent with {@code method}. */
    String stringToSign(String method) {
        return method + "&%2F&" + encoded(joined(signed, _ -> true));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String joined(Map<String, String> parameters, Predicate<String> wanted) {
        return parameters.entrySet().stream()
                .filter(parameter -> wanted.test(parameter.getKey()))
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** RFC 3986: the JDK's form encoder put right. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
