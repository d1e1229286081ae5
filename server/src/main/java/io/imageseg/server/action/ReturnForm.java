package io.imageseg.server.action;

import io.imageseg.image.Cutout;
import io.imageseg.server.api.ParameterDescription;
import io.imageseg.server.api.Parameters;
import io.imageseg.server.api.Texts;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The parameter {@code ReturnForm}: what the result's PNG shows. */
enum ReturnForm {
    RGBA("", "On nothing (RGBA)", "透明背景（RGBA）"),
    MASK("mask", "The grey mask", "灰度掩码"),
    ON_WHITE("whiteBK", "On white", "白色背景"),
    CROPPED("crop", "Cut to the subject's box (RGBA)", "裁剪到主体边框（RGBA）");

    private static final String NAME = "ReturnForm";
    private static final Texts DESCRIPTION = new Texts("What the result shows.", "结果图的形式。");

    private final String value;
    private final String en;
    private final String zh;

    ReturnForm(String value, String en, String zh) {
        this.value = value;
        this.en = en;
        this.zh = zh;
    }

    static ReturnForm of(Parameters parameters) {
        String asked = parameters.get(NAME).orElse(RGBA.value);
        return Arrays.stream(values())
                .filter(form -> form.value.equals(asked))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid(NAME, asked, allowed() + ", or absent"));
    }

    private static String allowed() {
        return Arrays.stream(values())
                .map(form -> form.value)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What callers are told of it. */
    static ParameterDescription described() {
        return new ParameterDescription.Choice(
                NAME,
                false,
                DESCRIPTION,
                Arrays.stream(values())
                        .map(form -> new ParameterDescription.Option(form.value, new Texts(form.en, form.zh)))
                        .toList());
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
