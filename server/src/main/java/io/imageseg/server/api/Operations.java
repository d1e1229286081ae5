package io.imageseg.server.api;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that can be asked for, by name. */
final class Operations {
    private final Map<String, Operation> byName;

    Operations(List<? extends Operation> all) {
        byName = all.stream().collect(Collectors.toMap(Operation::name, Function.identity()));
    }

    /**
     * Checks that a key may call what is asked for, known or not. What actions need beside them, which is whatever is
     * answered at once, is open to every key.
     *
     * @throws ApiException Unauthorized or InvalidApi.NotPurchase
     */
    void admit(Caller caller, Parameters parameters) {
        if (!caller.enabled()) {
            throw new ApiException(ErrorCode.KEY_DISABLED, "The key is disabled; ask the server's operator.");
        }
        String name = parameters.get("Action").orElse("");
        if (!name.isEmpty() && !caller.limits().allow(name) && !(byName.get(name) instanceof Immediate)) {
            throw new ApiException(
                    ErrorCode.NOT_PURCHASED,
                    "The key may not call %s, only %s; ask the server's operator."
                            .formatted(Parameters.abbreviated(name), allowed(caller)));
        }
    }

    private static String allowed(Caller caller) {
        return String.join(", ", new TreeSet<>(caller.limits().actions().orElseThrow()));
    }

    /** The name of what a call asks for, {@code -} if there is no such thing. */
    String nameOf(Parameters parameters) {
        return parameters.get("Action").filter(byName::containsKey).orElse("-");
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
