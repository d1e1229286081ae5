package io.imageseg.server.upload;

import io.imageseg.server.api.Answer;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.folder.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files, by the forms that bring them or by themselves. Safe for any number of threads. */
public final class Uploads {
    private static final int READ_ON = 12 << 20;
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
            leave.checkTime(clock.instant());
            Kept kept = keep(leave, intake -> intake.takeAll(body));
            logged(id, kept);
            return kept.key;
        } catch (UploadException e) {
            throw logged(id, body, e);
        } catch (IOException | RuntimeException e) {
            throw logged(id, body, failed(e));
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
            Intake intake = new Intake(policy, draft, clock);
            bringer.bring(intake);
            draft.keep();
            return new Kept(policy.key(), policy.owner(), intake.bytes(), intake.md5());
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
        policy.checkTime(clock.instant());
        return policy;
    }

    private static UploadException failed(Exception cause) {
        return new UploadException(
                UploadRefusal.FAILED,
                "The file could not be stored; the server's log says more under this RequestId.",
                cause);
    }
}
