package io.imageseg.server.upload;

import io.imageseg.server.api.Answer;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.folder.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the forms that bring files. Safe for any number of threads. */
public final class Uploads {
    private static final int READ_ON = 12 << 20;
    private static final int PIECE = 16 << 10;
    private static final Logger ACCESS = LoggerFactory.getLogger("imageseg.access");
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final UploadFolder folder;
    private final PolicySeal seal;
    private final Clock clock;
    private final UploadAnswers answers = new UploadAnswers();

    public Uploads(UploadFolder folder, PolicySeal seal, Clock clock) {
        this.folder = folder;
        this.seal = seal;
        this.clock = clock;
    }

    /** A file that was taken. */
    record Kept(String key, String owner, long bytes, String md5) {}

    /**
     * Reads a form and keeps its file, or answers why not; nothing is left then.
     *
     * @param contentType the form's, with its boundary
     * @param body read little further than is needed
     * @param origin scheme and authority under which the caller reached the server
     */
    public Answer receive(String contentType, InputStream body, String origin) {
        String id = ApiCall.newId();
        try {
            Kept kept = keep(new UploadForm(contentType, body));
            logged(id, kept);
            return answers.created(origin, kept);
        } catch (UploadException e) {
            return answers.refused(id, origin, logged(id, body, e));
        } catch (IOException | RuntimeException e) {
            return answers.refused(id, origin, logged(id, InputStream.nullInputStream(), failed(e)));
        }
    }

    private static void logged(String id, Kept kept) {
        ACCESS.info("{} key={} upload={} code=OK status=201 bytes={}", id, kept.owner, kept.key, kept.bytes);
    }

    /**
     * Keeps a file that comes without a form, and gives its key.
     *
     * @param policy as AuthorizeFileUpload gave it
     * @param signature the policy's
     * @throws UploadException if the policy is not genuine or has expired, or the file is too large, cut off, or cannot be
     *     stored; nothing is left then
     */
    public String keep(String policy, String signature, InputStream body) {
        String id = ApiCall.newId();
        try {
            UploadPolicy leave = seal.open(new PolicySeal.Sealed(policy, signature));
            checkTime(leave);
            Kept kept = keep(leave, intake -> pour(body, intake));
            logged(id, kept);
            return kept.key;
        } catch (UploadException e) {
            throw logged(id, body, e);
        } catch (IOException | RuntimeException e) {
            throw logged(id, body, failed(e));
        }
    }

    private static void pour(InputStream body, Intake intake) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = read(body, piece); read >= 0; read = read(body, piece)) {
            intake.take(piece, 0, read);
        }
    }

    private static int read(InputStream body, byte[] piece) {
        try {
            return body.read(piece);
        } catch (IOException e) {
            throw new UploadException(UploadRefusal.CUT_OFF, "The file was cut off; send it again.", e);
        }
    }

    /** A caller who is still writing would lose the answer together with the connection; this is for those who end soon. */
    private static void readOn(InputStream body) {
        try {
            long _ = body.skip(READ_ON);
        } catch (IOException _) {
            // The caller has left or fallen silent.
        }
    }

    private static UploadException logged(String id, InputStream body, UploadException failure) {
        UploadRefusal refusal = failure.refusal();
        if (refusal == UploadRefusal.FAILED) {
            LOG.error("{} failed", id, failure);
        } else if (refusal != UploadRefusal.CUT_OFF) {
            readOn(body);
        }
        ACCESS.info("{} key=- upload=- code={} status={} bytes=0", id, refusal.code(), refusal.status());
        return failure;
    }

    private Kept keep(UploadForm form) throws IOException {
        form.readToFile();
        return keep(policy(form), form::readFile);
    }

    /** Brings a file's bytes. */
    @FunctionalInterface
    private interface Bringer {
        void bring(Intake intake) throws IOException;
    }

    private Kept keep(UploadPolicy policy, Bringer bringer) throws IOException {
        try (Draft draft = folder.begin(policy.key())) {
            Intake intake = new Intake(policy, draft);
            bringer.bring(intake);
            draft.keep();
            return new Kept(policy.key(), policy.owner(), intake.soFar, intake.md5());
        } catch (FileAlreadyExistsException e) {
            throw new UploadException(
                    UploadRefusal.EXISTS, "A file has been sent with this policy; ask AuthorizeFileUpload again.", e);
        }
    }

    private UploadPolicy policy(UploadForm form) {
        UploadPolicy policy = seal.open(new PolicySeal.Sealed(form.field("policy"), form.field("Signature")));
        if (!policy.owner().equals(form.field("OSSAccessKeyId"))) {
            throw new UploadException(UploadRefusal.KEY_MISMATCH, "The policy was made for another OSSAccessKeyId.");
        }
        if (!policy.key().equals(form.field("key"))) {
            throw new UploadException(
                    UploadRefusal.DENIED, "The policy is for the key %s and no other.".formatted(policy.key()));
        }
        checkTime(policy);
        return policy;
    }

    private void checkTime(UploadPolicy policy) {
        if (!clock.instant().isBefore(policy.expires())) {
            throw new UploadException(
                    UploadRefusal.DENIED,
                    "Policy expired: the file had to be sent before %s.".formatted(policy.expires()));
        }
    }

    private static UploadException failed(Exception cause) {
        return new UploadException(
                UploadRefusal.FAILED,
                "The file could not be stored; the server's log says more under this RequestId.",
                cause);
    }

    /** Writes a file's bytes for as long as the policy holds, so that a slow sender does not stay for ever. */
    private final class Intake implements MultipartReader.Sink {
        private final UploadPolicy policy;
        private final Draft draft;
        private final MessageDigest digest = digest();
        private long soFar;

        Intake(UploadPolicy policy, Draft draft) {
            this.policy = policy;
            this.draft = draft;
        }

        @Override
        public void take(byte[] bytes, int from, int length) throws IOException {
            checkTime(policy);
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
}
