package io.imageseg.server.upload;

/** Why a form is not taken, by the codes that clients of object stores know. */
enum UploadRefusal {
    MALFORMED(400, "MalformedPOSTRequest"),
    FIELD_MISSING(400, "InvalidArgument"),
    TOO_LARGE(400, "EntityTooLarge"),
    CUT_OFF(400, "InvalidParameter.Transfer"),
    SIGNATURE_MISMATCH(403, "SignatureDoesNotMatch"),
    KEY_MISMATCH(403, "InvalidAccessKeyId"),
    DENIED(403, "AccessDenied"),
    EXISTS(403, "FileAlreadyExists"),
    FAILED(500, "InternalError");

    private final int status;
    private final String code;

    UploadRefusal(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    /** The text of {@code Code} in an answer. */
    String code() {
        return code;
    }
}
