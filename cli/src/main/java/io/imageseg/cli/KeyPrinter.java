package io.imageseg.cli;

import io.imageseg.server.operator.KeyReply;
import io.imageseg.server.operator.KeyReply.KeyView;
import io.imageseg.server.usage.UsageRow;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints what became of a command on keys.
 *
 * @param asJson for programs, else for people
 */
record KeyPrinter(boolean asJson, PrintWriter out, PrintWriter err) {
    /** A key and its secret as people read them. */
    static final String SECRET = "AccessKeyId      %s%nAccessKeySecret  %s%n";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Prints it and gives the exit code. */
    int print(KeyReply reply) {
        switch (reply) {
            case KeyReply.Issued(KeyView key, String secret) -> issued(key, secret);
            case KeyReply.Shown(List<KeyView> keys) -> shown(keys);
            case KeyReply.Counted(List<UsageRow> usage) -> counted(usage);
            case KeyReply.Refused(String why) -> {
                err.println("imageseg: " + why);
                err.flush();
                return 1;
            }
        }
        out.flush();
        return 0;
    }

    private void issued(KeyView key, String secret) {
        if (asJson) {
            out.printf("{\"AccessKeyId\": \"%s\", \"AccessKeySecret\": \"%s\"}%n", key.accessKeyId(), secret);
            return;
        }
        out.printf(SECRET, key.accessKeyId(), secret);
        key.oldSecretUntil().ifPresent(until -> out.printf("The secret before it holds until %s.%n", until));
    }

    private void shown(List<KeyView> keys) {
        if (asJson) {
            out.println(JSON.writeValueAsString(keys));
            return;
        }
        for (KeyView key : keys) {
            out.printf(
                    "%s  %s  %s%s  %s, %s%s%s%n",
                    key.accessKeyId(),
                    key.createdAt(),
                    key.enabled() ? "enabled" : "disabled",
                    key.operator() ? ", operator" : "",
                    key.actions().map(names -> String.join(",", names)).orElse("all actions"),
                    key.perMinute().isPresent() ? key.perMinute().getAsInt() + " a minute" : "the server's rate",
                    key.oldSecretUntil()
                            .map(until -> ", old secret until " + until)
                            .orElse(""),
                    key.name().isEmpty() ? "" : "  " + key.name());
        }
    }

    private void counted(List<UsageRow> usage) {
        if (asJson) {
            out.println(JSON.writeValueAsString(usage.stream().map(Usage::of).toList()));
            return;
        }
        out.printf("%-10s  %-22s  %-22s %9s %9s %9s%n", "day (UTC)", "key", "action", "calls", "refused", "failed");
        for (UsageRow row : usage) {
            out.printf(
                    "%-10s  %-22s  %-22s %9d %9d %9d%n",
                    row.day(), row.keyId(), row.action(), row.calls(), row.refused(), row.failed());
        }
    }

    private record Usage(String day, String accessKeyId, String action, long calls, long refused, long failed) {
        static Usage of(UsageRow row) {
            return new Usage(row.day().toString(), row.keyId(), row.action(), row.calls(), row.refused(), row.failed());
        }
    }
}
