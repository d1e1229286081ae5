package io.imageseg.server.action;

import io.imageseg.image.Cutout;
import io.imageseg.server.api.Parameters;

/** The parameter {@code ReturnForm}: what the result's PNG shows. */
enum ReturnForm {
    RGBA,
    MASK,
    ON_WHITE,
    CROPPED;

    static ReturnForm of(Parameters parameters) {
        String asked = parameters.get("ReturnForm").orElse("");
        return switch (asked) {
            case "" -> RGBA;
            case "mask" -> MASK;
            case "whiteBK" -> ON_WHITE;
            case "crop" -> CROPPED;
            default -> throw Parameters.invalid("ReturnForm", asked, "mask, whiteBK, crop, or absent");
        };
    }

    byte[] png(Cutout cutout) {
        return switch (this) {
            case RGBA -> cutout.toPng();
            case MASK -> cutout.toMaskPng();
            case ON_WHITE -> cutout.toPngOnWhite();
            case CROPPED -> cutout.toCroppedPng();
        };
    }
}
