package io.imageseg.image;

/** The bytes are no image, are broken or cut off, or are of a kind that is not read; the message says which. */
public final class UnreadableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableImageException(String message) {
        super(message);
    }

    public UnreadableImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
