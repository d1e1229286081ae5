package io.imageseg.server.console;

import io.imageseg.server.api.Format;
import io.imageseg.server.api.Operation;
import io.imageseg.server.api.ParameterDescription;
import io.imageseg.server.api.ParameterDescription.Choice;
import io.imageseg.server.api.ParameterDescription.Option;
import io.imageseg.server.api.Texts;
import java.util.Arrays;
import java.util.List;

/** What every call has beside an operation's own parameters. */
final class CommonParameters {
    static final ParameterDescription ASYNC = choice(
            "Async",
            false,
            new Texts(
                    "Whether the call is accepted now and done later, to be asked for by GetAsyncJobResult.",
                    "是否异步处理，之后用 GetAsyncJobResult 查询。"),
            List.of("false", "true"));

    static final ParameterDescription FORMAT = choice(
            "Format",
            false,
            new Texts("What the answer is written in.", "返回格式。"),
            Arrays.stream(Format.values()).map(Enum::name).toList());

    private CommonParameters() {}

    static ParameterDescription action(Operation operation) {
        return choice("Action", true, new Texts("What is called.", "要调用的操作。"), List.of(operation.name()));
    }

    static ParameterDescription version(Operation operation) {
        return choice("Version", true, new Texts("The version of the API.", "API 版本。"), operation.versions());
    }

    /** The same where something else may stand in its place. */
    static ParameterDescription optional(ParameterDescription parameter) {
        return switch (parameter) {
            case Choice choice -> new Choice(choice.name(), false, choice.description(), choice.options());
            case ParameterDescription.Text text ->
                new ParameterDescription.Text(text.name(), false, text.description());
            case ParameterDescription.Image image -> image;
        };
    }

    private static ParameterDescription choice(String name, boolean required, Texts description, List<String> values) {
        return new Choice(
                name,
                required,
                description,
                values.stream()
                        .map(value -> new Option(value, new Texts(value, value)))
                        .toList());
    }
}
