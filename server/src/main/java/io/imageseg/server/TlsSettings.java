package io.imageseg.server;

import io.imageseg.server.http.TlsIdentity;
import java.io.IOException;
import java.util.Optional;

/** The server's certificate and key, as set. */
final class TlsSettings {
    private TlsSettings() {}

    /**
     * Reads the files that are named.
     *
     * @throws IOException if they cannot be used or what belongs together is not all there; the message says why
     */
    static Optional<TlsIdentity> read(Settings.Tls tls) throws IOException {
        if (tls.certificate().isPresent() != tls.privateKey().isPresent()) {
            throw new IOException("imageseg.tls.certificate and imageseg.tls.private-key belong together; set both.");
        }
        if (tls.keystore().isPresent() != tls.password().isPresent()) {
            throw new IOException("imageseg.tls.keystore and imageseg.tls.password belong together; set both.");
        }
        if (tls.certificate().isPresent() && tls.keystore().isPresent()) {
            throw new IOException("Set either imageseg.tls.certificate or imageseg.tls.keystore, not both.");
        }
        if (tls.certificate().isPresent()) {
            return Optional.of(
                    TlsIdentity.ofPem(tls.certificate().get(), tls.privateKey().orElseThrow()));
        }
        return tls.keystore().isPresent()
                ? Optional.of(TlsIdentity.ofKeyStore(
                        tls.keystore().get(), tls.password().orElseThrow()))
                : Optional.empty();
    }
}
