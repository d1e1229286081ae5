package io.imageseg.server.action;

/** Whose limits hold: those of the API's documentation, or what this machine can take. */
public enum LimitsProfile {
    ALIYUN,
    OPEN;

    ImageLimits of(ImageLimits documented) {
        return this == ALIYUN ? documented : ImageLimits.OPEN;
    }
}
