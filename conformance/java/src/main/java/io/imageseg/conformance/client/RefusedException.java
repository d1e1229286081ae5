package io.imageseg.conformance.client;

/** A refusal as the library read it. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    RefusedException(String code, String message, Exception cause) {
        super(message, cause);
        this.code = code;
    }

    String code() {
        return code;
    }
}
