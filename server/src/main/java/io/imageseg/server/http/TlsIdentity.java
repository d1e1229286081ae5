package io.imageseg.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What the server shows TLS callers: a private key and the chain of certificates that vouches for it. */
public final class TlsIdentity {
    private static final char[] NO_PASSWORD = {};
    private static final String ALIAS = "server";

    private final KeyStore store;
    private final char[] password;

    private TlsIdentity(KeyStore store, char[] password) {
        this.store = store;
        this.password = password.clone();
    }

    /**
     * From PEM files.
     *
     * @param certificate the server's certificate, then those that vouch for it
     * @param privateKey its key, PKCS #8, not encrypted
     * @throws IOException if a file is missing, unreadable or of another kind, or they do not belong together
     */
    public static TlsIdentity ofPem(Path certificate, Path privateKey) throws IOException {
        List<Certificate> chain = PemFile.read(certificate).certificates();
        PrivateKey key = PemFile.read(privateKey).privateKey(chain.getFirst().getPublicKey());
        if (!belongTogether(key, chain.getFirst().getPublicKey())) {
            throw new IOException("The key in %s is not the one of the certificate in %s; the server's own certificate"
                            .formatted(privateKey, certificate)
                    + " stands first in its file.");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry(ALIAS, key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            return new TlsIdentity(store, NO_PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate in %s cannot be used: %s".formatted(certificate, e.getMessage()), e);
        }
    }

    /**
     * From a key store, PKCS #12, whose keys have its own password.
     *
     * @throws IOException if the file is missing, unreadable or of another kind, the password is another, or it holds no key
     */
    public static TlsIdentity ofKeyStore(Path file, String password) throws IOException {
        PemFile.requireReadable(file);
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return new TlsIdentity(store, password.toCharArray());
                }
            }
            throw new IOException("it holds no private key");
        } catch (GeneralSecurityException | IOException e) {
            throw new IOException("The key store %s cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey certified) throws IOException {
        byte[] message = ALIAS.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(algorithm(certified));
            signature.initSign(key);
            signature.update(message);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static String algorithm(PublicKey certified) throws IOException {
        return switch (certified) {
            case RSAPublicKey _ -> "SHA256withRSA";
            case ECPublicKey _ -> "SHA256withECDSA";
            case EdECPublicKey _ -> "EdDSA";
            default ->
                throw new IOException("Certificates for keys of the kind %s cannot be used; RSA, EC and EdDSA can."
                        .formatted(certified.getAlgorithm()));
        };
    }

    SslContextFactory.Server context() {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(store);
        context.setKeyStorePassword(new String(password));
        context.setKeyManagerPassword(new String(password));
        return context;
    }
}
