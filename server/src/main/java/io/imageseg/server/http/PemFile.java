package io.imageseg.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of labelled base64 (RFC 7468). */
record PemFile(Path file, String text) {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final String KEY = "PRIVATE KEY";

    static PemFile read(Path file) throws IOException {
        requireReadable(file);
        return new PemFile(file, Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    static void requireReadable(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("There is no file %s.".formatted(file));
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("The file %s cannot be read.".formatted(file));
        }
    }

    /** @return at least one */
    List<Certificate> certificates() throws IOException {
        List<Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Matcher block = BLOCK.matcher(text); block.find(); ) {
                if (block.group(1).equals("CERTIFICATE")) {
                    chain.add(factory.generateCertificate(new ByteArrayInputStream(decoded(block))));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("A certificate in %s is broken.".formatted(file), e);
        }
        if (chain.isEmpty()) {
            throw new IOException("There is no certificate in %s; it must be a PEM file.".formatted(file));
        }
        return chain;
    }

    /** @param kind a public key of the same kind */
    PrivateKey privateKey(PublicKey kind) throws IOException {
        for (Matcher block = BLOCK.matcher(text); block.find(); ) {
            String label = block.group(1);
            if (label.equals(KEY)) {
                return privateKey(decoded(block), kind);
            }
            if (label.endsWith(KEY)) {
                throw new IOException(("The key in %1$s is an %2$s; this makes a %3$s of it, which is needed:"
                                + " openssl pkcs8 -topk8 -nodes -in %1$s -out key.pem")
                        .formatted(file, label, KEY));
            }
        }
        throw new IOException("There is no private key in %s; it must be a PEM file.".formatted(file));
    }

    private PrivateKey privateKey(byte[] encoded, PublicKey kind) throws IOException {
        try {
            return KeyFactory.getInstance(kind.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "The key in %s is broken or not of the certificate's kind, %s."
                            .formatted(file, kind.getAlgorithm()),
                    e);
        }
    }

    private byte[] decoded(Matcher block) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(block.group(2));
        } catch (IllegalArgumentException e) {
            throw new IOException("The file %s is broken: its base64 ends early.".formatted(file), e);
        }
    }
}
