package io.imageseg.server.source;

import static io.imageseg.server.source.Fetches.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "photo.jpg",
                "/etc/passwd",
                "//example.com/a.jpg",
                "file:///etc/passwd",
                "ftp://example.com/a.jpg",
                "jar:http://example.com/a.jar!/a.jpg",
                "http:/example.com/a.jpg",
                "http:example.com",
                "http:\\\\example.com",
                "http://",
                "http://?a",
                "http://example.com:0/",
                "http://example.com:65536/",
                "http://example.com:x/",
                "http://[::1/",
                "http://a..%00b/"
            })
    void refusesWhatIsNoAbsoluteHttpUrl(String address) {
        assertRefused(() -> ImageUrl.parse(address), ErrorCode.INVALID_URL, "URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://1.2.3.4.5/", "http://256.1.1.1/", "http://08.0.0.1/", "http://0x100000000/"})
    void refusesHostsThatEndInANumberButAreNoAddress(String address) {
        assertRefused(() -> ImageUrl.parse(address), ErrorCode.INVALID_URL, "no IPv4 address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a b.jpg",
                "http://example.com/a.jpg ",
                "http://example.com/a\tb.jpg",
                "http://example.com/a\r\nHost: b",
                "http://example.com/a\u0000.jpg",
                "http://example.com/a\u007f.jpg",
                "http://example.com/a\u0085.jpg",
                "http://example.com/a\u00a0.jpg",
                "http://example.com/a\u2028.jpg",
                "http://example.com/a\u202e.jpg",
                "http://exa\u200bmple.com/a.jpg",
                "http://example.com\\@localhost/",
                "http://example.com/<a>",
                "http://example.com/?q={a|b}"
            })
    void refusesSpacesControlCharactersAndBackslashes(String address) {
        assertRefused(() -> ImageUrl.parse(address), ErrorCode.ILLEGAL_URL, "percent-encode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:password@example.com/", "http://user@example.com/", "http://:word@a.example/"})
    void refusesUsersAndPasswordsWithoutRepeatingThem(String address) {
        assertThat(assertRefused(() -> ImageUrl.parse(address), ErrorCode.ILLEGAL_URL, "a user or a password")
                        .text())
                .doesNotContain("user:", "user@", ":word");
    }

    @Test
    void refusesAddressesOfMoreThan2048Characters() {
        String longest = "http://example.com/" + "a".repeat(2048 - 19);
        assertThat(ImageUrl.parse(longest).url().toString()).isEqualTo(longest);
        assertRefused(() -> ImageUrl.parse(longest + "a"), ErrorCode.ILLEGAL_URL, "2049 characters", "at most 2048");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.0.0.1./",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0X7F.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.1/",
                "http://%31%32%37.1/",
                "http://\uff11\uff12\uff17\u30020.0.1/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/"
            })
    void readsEveryFormOfAnIpv4AddressAlike(String address) {
        assertThat(ImageUrl.parse(address).url().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void takesOrdinaryAddressesAsTheyAre() {
        assertThat(ImageUrl.parse("HTTPS://Example.com:8443/ä%20b.jpg?x=1&y=%7B#z")
                        .url()
                        .toString())
                .isEqualTo("https://example.com:8443/%C3%A4%20b.jpg?x=1&y=%7B#z");
        assertThat(ImageUrl.parse("http://v4.1a/").url().host()).isEqualTo("v4.1a");
    }

    @Test
    void followsRelativeRedirectsAndEncodesWhatServersDoNot() {
        ImageUrl image = ImageUrl.parse("https://example.com/a/b.jpg");
        assertThat(image.redirect("../c d.jpg?e={f}").url().toString())
                .isEqualTo("https://example.com/c%20d.jpg?e={f}");
        assertThat(image.redirect("//cdn.example/" + "x".repeat(3000)).host()).doesNotContain("cdn.example");
    }
}
