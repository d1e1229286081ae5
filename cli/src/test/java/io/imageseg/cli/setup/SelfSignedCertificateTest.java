package io.imageseg.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfSignedCertificateTest {
    @TempDir
    private Path folder;

    private void make(String... hosts) throws Exception {
        new SelfSignedCertificate(List.of(hosts)).write(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
    }

    @Test
    void isGoodForItsNamesAndAddresses() throws Exception {
        make("images.example.com", "127.0.0.1", "::1");
        try (InputStream file = Files.newInputStream(folder.resolve("certificate.pem"))) {
            X509Certificate made =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            made.checkValidity();
            made.verify(made.getPublicKey());
            assertThat(made.getSubjectAlternativeNames()).hasSize(3).contains(List.of(2, "images.example.com"));
            assertThat(made.getBasicConstraints()).as("it vouches for no other").isEqualTo(-1);
        }
    }

    @Test
    void itsKeyIsReadableByItsOwnerAlone() throws Exception {
        make("localhost");
        assertThat(Files.readString(folder.resolve("key.pem"))).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void replacesNoFile() throws Exception {
        Files.writeString(folder.resolve("key.pem"), "another");
        assertThatThrownBy(() -> make("localhost"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("key.pem", "is there already");
        assertThat(folder.resolve("certificate.pem")).doesNotExist();
        assertThat(folder.resolve("key.pem")).hasContent("another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://x", "a,dns:b", "a b", "-x", "x:8080"})
    void takesHostsAlone(String host) {
        assertThatThrownBy(() -> make(host))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither a host's name nor an address");
    }
}
