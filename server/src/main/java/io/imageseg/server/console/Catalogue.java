package io.imageseg.server.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.imageseg.server.api.Action;
import io.imageseg.server.api.Description;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Operation;
import io.imageseg.server.api.ParameterDescription;
import io.imageseg.server.api.ParameterDescription.Choice;
import io.imageseg.server.api.ParameterDescription.Option;
import io.imageseg.server.api.PictureLimits;
import io.imageseg.server.api.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the page knows of the server.
 *
 * @param endpoint where calls are sent to
 */
public record Catalogue(String endpoint, List<Entry> actions, List<Code> errors) {
    /** Of a server that is reached at {@code endpoint}. */
    public static Catalogue of(List<? extends Operation> operations, String endpoint) {
        return new Catalogue(
                endpoint,
                operations.stream().map(Entry::of).toList(),
                Arrays.stream(ErrorCode.values())
                        .map(error -> new Code(error.code(), error.status()))
                        .toList());
    }

    /** A code that calls can fail with. */
    record Code(String code, int status) {}

    /** Something that can be called. */
    record Entry(
            String name,
            String version,
            String family,
            Texts title,
            Texts summary,
            boolean asynchronous,
            List<Parameter> parameters,
            ResultShape result) {
        static Entry of(Operation operation) {
            Description description = operation.description();
            return new Entry(
                    operation.name(),
                    operation.versions().getFirst(),
                    description.about().family().name().toLowerCase(Locale.ROOT),
                    description.about().title(),
                    description.about().summary(),
                    operation instanceof Action,
                    description.parameters().stream().map(Parameter::of).toList(),
                    ResultShape.of(description.answer()));
        }
    }

    /** A parameter; of bounds those that bind. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parameter(
            String name,
            boolean required,
            String kind,
            Texts description,
            @Nullable List<String> formats,
            @Nullable Long maxBytes,
            @Nullable Integer minSide,
            @Nullable Integer maxSide,
            @Nullable Integer maxShortSide,
            @Nullable Integer minLongSide,
            @Nullable Long maxPixels,
            @Nullable Double maxRatio,
            @Nullable List<Option> choices,
            @JsonProperty("default") @Nullable String fallback) {

        static Parameter of(ParameterDescription parameter) {
            return switch (parameter) {
                case ParameterDescription.Image image -> of(image, image.limits());
                case Choice choice ->
                    plain(
                            choice,
                            "choice",
                            choice.options(),
                            choice.required()
                                    ? null
                                    : choice.options().getFirst().value());
                case ParameterDescription.Text text -> plain(text, "text", null, null);
            };
        }

        private static Parameter of(ParameterDescription.Image image, PictureLimits limits) {
            boolean areSidesAlike =
                    limits.minSide() == limits.minLongSide() && limits.maxShortSide() == limits.maxSide();
            return new Parameter(
                    image.name(),
                    image.required(),
                    "image",
                    image.description(),
                    limits.formats(),
                    limits.maxBytes(),
                    limits.minSide(),
                    limits.maxSide(),
                    areSidesAlike ? null : limits.maxShortSide(),
                    areSidesAlike ? null : limits.minLongSide(),
                    limits.maxPixels() < (long) limits.maxShortSide() * limits.maxSide() ? limits.maxPixels() : null,
                    Double.isInfinite(limits.maxRatio()) ? null : limits.maxRatio(),
                    null,
                    null);
        }

        private static Parameter plain(
                ParameterDescription parameter,
                String kind,
                @Nullable List<Option> choices,
                @Nullable String fallback) {
            return new Parameter(
                    parameter.name(),
                    parameter.required(),
                    kind,
                    parameter.description(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    choices,
                    fallback);
        }
    }
}
