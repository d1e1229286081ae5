package io.imageseg.server.upload;

/** A form that is not taken; the message tells the caller what to do. */
final class UploadException extends RuntimeException {
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

    /** What the caller is told. */
    String text() {
        return String.valueOf(getMessage());
    }
}
