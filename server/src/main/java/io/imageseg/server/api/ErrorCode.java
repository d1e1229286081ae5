package io.imageseg.server.api;

/** The codes a caller can get, as the API's documentation names them, with the status each is sent with. */
public enum ErrorCode {
    MISSING_PARAMETER(400, "MissingParameter"),
    MISSING_IMAGE_URL(400, "MissingImageURL"),
    INVALID_PARAMETER(400, "InvalidParameter"),
    UNSUITABLE(400, "InvalidParameter.Unsuitable"),
    CANNOT_CONVERT(400, "InvalidParameter.Convert"),
    NOT_TRANSFERRED(400, "InvalidParameter.Transfer"),
    FILE_TOO_LARGE(400, "InvalidParameter.TooLarge"),
    INVALID_URL(400, "InvalidImage.URL"),
    ILLEGAL_URL(400, "IllegalUrlParameter"),
    UNSAFE_ADDRESS(400, "InvalidImage.Unsafe"),
    HOST_NOT_ALLOWED(400, "InvalidImage.Region"),
    DOWNLOAD_FAILED(400, "InvalidImage.Download"),
    INVALID_CONTENT(400, "InvalidImage.Content"),
    INVALID_RESOLUTION(400, "InvalidImage.Resolution"),
    TIMESTAMP_EXPIRED(400, "InvalidTimeStamp.Expired"),
    SIGNATURE_MISMATCH(400, "SignatureDoesNotMatch"),
    NONCE_USED(400, "SignatureNonceUsed"),
    THROTTLED(400, "Throttling.User"),
    NOT_PURCHASED(403, "InvalidApi.NotPurchase"),
    KEY_DISABLED(403, "Unauthorized"),
    CONTRADICTION(403, "ParameterError"),
    KEY_UNKNOWN(404, "InvalidAccessKeyId.NotFound"),
    ACTION_UNKNOWN(404, "UnsupportedOperation"),
    JOB_UNKNOWN(404, "InvalidParameter.JobNotFound"),
    DEADLINE_PASSED(408, "Timeout"),
    INTERNAL(500, "InternalError"),
    ENVIRONMENT_FAILED(500, "InternalError.Env"),
    MODEL_FAILED(500, "InternalError.Model"),
    ALGORITHM_FAILED(500, "InternalError.Algo"),
    BUSY(503, "ServiceUnavailable");

    private final int status;
    private final String code;

    ErrorCode(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** Whether the same call may well succeed a little later. */
    public boolean mayPass() {
        return switch (this) {
            case NOT_TRANSFERRED, DOWNLOAD_FAILED, DEADLINE_PASSED, INTERNAL, ENVIRONMENT_FAILED, MODEL_FAILED, BUSY ->
                true;
            default -> false;
        };
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The text of {@code Code} in an answer. */
    public String code() {
        return code;
    }
}
