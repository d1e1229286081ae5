package io.imageseg.server.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of an installation: 32 random bytes in a file that only its owner may read. Encrypts the callers'
 * secrets (AES-256-GCM) and derives further keys.
 */
public final class ServerKey {
    private static final String MAC = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private ServerKey(byte[] key) {
        this.key = key;
    }

    /** Reads the key of a data folder, making it first when there is none. */
    public static ServerKey of(Path data) throws IOException {
        Files.createDirectories(data);
        Path file = data.resolve("server.key");
        byte[] fresh = new byte[BYTES];
        RANDOM.nextBytes(fresh);
        try {
            create(file);
            Files.write(file, fresh, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            fresh = Files.readAllBytes(file);
        }
        if (fresh.length != BYTES) {
            throw new IOException("%s has %d bytes; a server key has %d".formatted(file, fresh.length, BYTES));
        }
        return new ServerKey(fresh);
    }

    private static void create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
    }

    /** A key for another purpose; the same for the same purpose. */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + MAC, e);
        }
    }

    /** Encrypts a secret so that only this key and the same owner's name decrypt it. */
    byte[] encrypt(String secret, String owner) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, secret.getBytes(StandardCharsets.UTF_8), owner);
        byte[] both = Arrays.copyOf(iv, IV_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, IV_BYTES, sealed.length);
        return both;
    }

    /** The secret that {@link #encrypt} took. */
    String decrypt(byte[] sealed, String owner) {
        byte[] iv = Arrays.copyOf(sealed, IV_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, IV_BYTES, sealed.length);
        return new String(cipher(Cipher.DECRYPT_MODE, iv, rest, owner), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] iv, byte[] input, String owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(derive("secrets"), "AES"), new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the secret of %s was not encrypted with this server's key".formatted(owner), e);
        }
    }
}
