package io.imageseg.server.source;

import static io.imageseg.server.source.Fetches.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.imageseg.server.api.ErrorCode;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataUrlTest {
    private static final String HEAD = "data:image/png;base64,";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 1000})
    void acceptsTheLimitAndRefusesOneByteMore(int limit) {
        assertThat(DataUrl.decode(HEAD + padded(limit), limit)).hasSize(limit);
        assertRefused(
                () -> DataUrl.decode(HEAD + padded(limit + 1), limit),
                ErrorCode.FILE_TOO_LARGE,
                "has %d bytes".formatted(limit + 1),
                "at most %d are".formatted(limit));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 1000})
    void countsRightWithoutPaddingToo(int limit) {
        assertThat(DataUrl.decode(HEAD + unpadded(limit), limit)).hasSize(limit);
        assertRefused(
                () -> DataUrl.decode(HEAD + unpadded(limit + 1), limit),
                ErrorCode.FILE_TOO_LARGE,
                "has %d bytes".formatted(limit + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AAA*", "A", "AAAAA", "AA=A", "AA= =", "=", "==", "===", "AA A", "AA\nAA", "AA%3D%3D", "AA-_"})
    void refusesBrokenBase64InItsOwnWords(String text) {
        assertThat(assertRefused(() -> DataUrl.decode(HEAD + text, 1000), ErrorCode.INVALID_URL, "not base64")
                        .text())
                .doesNotContain("Illegal", "Input byte", "Last unit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:text/html;base64,AAAA",
                "data:;base64,AAAA",
                "data:image/;base64,AAAA",
                "data:image/png,AAAA",
                "data:image/png;base64",
                "data:image/png;base64;AAAA",
                "data:image/png;base64 ,AAAA",
                "data:,",
                "data:"
            })
    void refusesOtherTypesAndForms(String address) {
        assertThat(DataUrl.is(address)).isTrue();
        assertRefused(() -> DataUrl.decode(address, 1000), ErrorCode.INVALID_URL, "must begin data:image/TYPE;base64,");
    }

    @Test
    void refusesAnEndlessHeadAtOnce() {
        String head = "data:image/png" + ";a=b".repeat(1_000_000) + ";base64,AAAA";
        assertRefused(() -> DataUrl.decode(head, 1000), ErrorCode.INVALID_URL, "must begin data:image/TYPE;base64,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATA:IMAGE/PNG;BASE64,AAAA",
                "data:image/svg+xml;base64,AAAA",
                "data:image/png;name=a.png;base64,AAAA"
            })
    void acceptsAnyCaseTypeAndParameters(String address) {
        assertThat(DataUrl.is(address)).isTrue();
        assertThat(DataUrl.decode(address, 3)).containsExactly(0, 0, 0);
    }

    private static String padded(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    private static String unpadded(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }
}
