package io.imageseg.server.upload;

import io.imageseg.server.folder.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;

/** Writes a file's bytes for as long as its policy holds, so that a slow sender does not stay for ever. */
final class Intake implements MultipartReader.Sink {
    private static final int PIECE = 16 << 10;

    private final UploadPolicy policy;
    private final Draft draft;
    private final Clock clock;
    private final MessageDigest digest = digest();
    private long soFar;

    Intake(UploadPolicy policy, Draft draft, Clock clock) {
        this.policy = policy;
        this.draft = draft;
        this.clock = clock;
    }

    @Override
    public void take(byte[] bytes, int from, int length) throws IOException {
        policy.checkTime(clock.instant());
        soFar += length;
        if (soFar > policy.maxBytes()) {
            throw new UploadException(
                    UploadRefusal.TOO_LARGE,
                    "The file has more than %d bytes; at most %d are allowed."
                            .formatted(policy.maxBytes(), policy.maxBytes()));
        }
        digest.update(bytes, from, length);
        draft.write(bytes, from, length);
    }

    /**
     * Takes all of a file that comes without a form.
     *
     * @throws UploadException CUT_OFF if it does not come to its end
     */
    void takeAll(InputStream file) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = read(file, piece); read >= 0; read = read(file, piece)) {
            take(piece, 0, read);
        }
    }

    private static int read(InputStream file, byte[] piece) {
        try {
            return file.read(piece);
        } catch (IOException e) {
            throw new UploadException(UploadRefusal.CUT_OFF, "The file was cut off; send it again.", e);
        }
    }

    /** How many were taken. */
    long bytes() {
        return soFar;
    }

    /** Of what was taken, in hex; nothing is to be taken after that. */
    String md5() {
        return HexFormat.of().withUpperCase().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has MD5", e);
        }
    }
}
