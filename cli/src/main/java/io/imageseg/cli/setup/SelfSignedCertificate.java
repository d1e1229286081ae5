package io.imageseg.cli.setup;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A certificate that nobody vouches for but itself, on P-256, for names and addresses of one server; made by the JDK's
 * keytool.
 *
 * @param hosts DNS names and addresses
 */
public record SelfSignedCertificate(List<String> hosts) {
    private static final int DAYS = 825;
    private static final String ALIAS = "server";

    /** @throws IllegalArgumentException if there is none, or one is neither a name nor an address */
    public SelfSignedCertificate {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a certificate needs a host");
        }
        for (String host : hosts) {
            if (!isAddress(host) && !host.matches("(\\*\\.)?[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?")) {
                throw new IllegalArgumentException("%s is neither a host's name nor an address".formatted(host));
            }
        }
    }

    /**
     * Makes certificate and key, PEM.
     *
     * @param key readable by its owner alone
     * @throws FileAlreadyExistsException if there is one of the files; nothing is changed then
     */
    public void write(Path certificate, Path key) throws IOException, InterruptedException {
        for (Path file : List.of(certificate, key)) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(
                        file.toString(), null, "is there already; remove it first, or name another folder");
            }
        }
        Path folder = Files.createTempDirectory("imageseg-certificate");
        Path store = folder.resolve("store.p12");
        try {
            String password = password();
            keytool(store, password);
            export(store, password, certificate, key);
        } catch (GeneralSecurityException e) {
            throw new IOException("The key could not be read back: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(store);
            Files.delete(folder);
        }
    }

    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void keytool(Path store, String password) throws IOException, InterruptedException {
        String names = hosts.stream()
                .map(host -> (isAddress(host) ? "ip:" : "dns:") + host)
                .collect(Collectors.joining(","));
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                Integer.toString(DAYS),
                "-dname",
                "CN=imageseg",
                "-ext",
                "san=" + names,
                "-ext",
                "eku=serverAuth",
                "-ext",
                "bc:c=ca:false",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "PASSWORD");
        keytool.environment().put("PASSWORD", password);
        Process process = keytool.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The JDK's keytool failed: " + said.strip());
        }
    }

    private static void export(Path store, String password, Path certificate, Path key)
            throws IOException, GeneralSecurityException {
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, password.toCharArray());
        }
        byte[] secret = made.getKey(ALIAS, password.toCharArray()).getEncoded();
        boolean posix = key.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownersAlone = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(key, ownersAlone);
        Files.writeString(key, pem("PRIVATE KEY", secret));
        Files.writeString(
                certificate, pem("CERTIFICATE", made.getCertificate(ALIAS).getEncoded()));
    }

    private static String pem(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, lines);
    }

    private static boolean isAddress(String host) {
        try {
            return !InetAddress.ofLiteral(host).getHostAddress().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
