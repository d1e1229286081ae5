package io.imageseg.server.upload;

/** A form that is not taken; the message tells the caller what to do. */
public final class UploadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UploadRefusal refusal;

    UploadException(UploadRefusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    UploadException(UploadRefusal refusal, String message, Throwable cause) {
        super(message, cause);
        this.refusal = refusal;
    }

    UploadRefusal refusal() {
        return refusal;
    }

    /** Whether the file is larger than it may be. */
    public boolean isTooLarge() {
        return refusal == UploadRefusal.TOO_LARGE;
    }

    /** The HTTP status. */
    public int status() {
        return refusal.status();
    }

    /** The text of {@code Code} in an answer. */
    public String code() {
        return refusal.code();
    }

    /** What the caller is told. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
