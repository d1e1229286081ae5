package io.imageseg.server.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that can be asked for, by name. */
final class Operations {
    private final Map<String, Operation> byName;

    Operations(List<? extends Operation> all) {
        byName = all.stream().collect(Collectors.toMap(Operation::name, Function.identity()));
    }

    /**
     * What a call asks for.
     *
     * @throws ApiException MissingParameter, UnsupportedOperation, or InvalidParameter for another version
     */
    Operation named(Parameters parameters) {
        String version = parameters.require("Version");
        Operation operation = byName.get(parameters.require("Action"));
        if (operation == null) {
            throw new ApiException(ErrorCode.ACTION_UNKNOWN, "The specified action is not supported.");
        }
        if (!operation.versions().contains(version)) {
            throw Parameters.invalid("Version", version, String.join(" or ", operation.versions()));
        }
        return operation;
    }
}
