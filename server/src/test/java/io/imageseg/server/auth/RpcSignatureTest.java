package io.imageseg.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against a second implementation: the JDK's form encoder put right, and HMAC built from its definition (RFC 2104). */
class RpcSignatureTest {

    @Property
    void encodesAsTheFormEncoderDoesButForThreeCharacters(@ForAll("texts") String text) {
        assertThat(PercentEncoding.encode(text)).isEqualTo(otherEncoding(text));
    }

    @Property
    void signsAsTheOtherImplementation(
            @ForAll("parameters") Map<String, String> parameters, @ForAll("texts") String secret) throws Exception {
        assertThat(RpcSignature.of("POST", parameters).sign(secret)).isEqualTo(otherSignature(parameters, secret));
    }

    @Property
    void noticesEveryAlteredParameter(
            @ForAll("parameters") Map<String, String> parameters, @ForAll("texts") String secret) {
        String signature = RpcSignature.of("GET", parameters).sign(secret);
        assertThat(RpcSignature.of("GET", parameters).isSignedBy(secret, signature))
                .isTrue();
        assertThat(RpcSignature.of("POST", parameters).isSignedBy(secret, signature))
                .isFalse();
        Map<String, String> altered = new HashMap<>(parameters);
        altered.merge("ImageURL", "x", String::concat);
        assertThat(RpcSignature.of("GET", altered).isSignedBy(secret, signature))
                .isFalse();
        assertThat(RpcSignature.of("GET", parameters).isSignedBy(secret + "x", signature))
                .isFalse();
    }

    @Example
    void doesNotSignTheSignature() {
        Map<String, String> with = Map.of("Action", "SegmentCommodity", "Signature", "abc");
        assertThat(RpcSignature.of("GET", with))
                .isEqualTo(RpcSignature.of("GET", Map.of("Action", "SegmentCommodity")));
    }

    @Example
    void showsTheStringToSign() {
        assertThat(RpcSignature.of("GET", Map.of("b", "x y*", "a", "~/")).stringToSign())
                .isEqualTo("GET&%2F&a%3D~%252F%26b%3Dx%2520y%252A");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> awkward =
                Arbitraries.of(" ", "+", "*", "~", "%20", "'", "(", ")", "!", "é", "中", "😀", "&", "=");
        Arbitrary<String> plain = Arbitraries.strings().ascii().ofMaxLength(8);
        return Arbitraries.oneOf(awkward, plain).list().ofMaxSize(4).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Map<String, String>> parameters() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("Action", "ImageURL", "Format", "a", "Ab", "é"),
                Arbitraries.strings().alpha().ofMinLength(1));
        return Arbitraries.maps(names.filter(name -> !name.equals("Signature")), texts())
                .ofMaxSize(8);
    }

    private static String otherEncoding(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String otherSignature(Map<String, String> parameters, String secret) throws Exception {
        List<String> names = new ArrayList<>(parameters.keySet());
        names.sort(null);
        StringBuilder canonical = new StringBuilder();
        for (String name : names) {
            canonical.append(canonical.isEmpty() ? "" : "&");
            canonical.append(otherEncoding(name)).append('=').append(otherEncoding(parameters.getOrDefault(name, "")));
        }
        byte[] text = ("POST&" + otherEncoding("/") + "&" + otherEncoding(canonical.toString()))
                .getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(hmac((secret + "&").getBytes(StandardCharsets.UTF_8), text));
    }

    private static byte[] hmac(byte[] key, byte[] text) throws Exception {
        byte[] block = Arrays.copyOf(key.length > 64 ? sha1(key) : key, 64);
        return sha1(xor(block, 0x5c), sha1(xor(block, 0x36), text));
    }

    private static byte[] xor(byte[] block, int pad) {
        byte[] mixed = new byte[block.length];
        for (int i = 0; i < block.length; i++) {
            mixed[i] = (byte) (block[i] ^ pad);
        }
        return mixed;
    }

    private static byte[] sha1(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
