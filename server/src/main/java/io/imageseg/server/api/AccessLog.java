package io.imageseg.server.api;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of a call so far, and the one line that is logged when it ends. */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("imageseg.access");

    private final String id;
    private final ApiRequest request;
    private final Stages stages;
    private @Nullable ApiCall call;
    private @Nullable Caller caller;
    private String code = EndedCall.OK;

    AccessLog(String id, ApiRequest request, Stages stages) {
        this.id = id;
        this.request = request;
        this.stages = stages;
    }

    String id() {
        return id;
    }

    Stages stages() {
        return stages;
    }

    /** The caller's format as soon as it is known, else what the raw query asks for. */
    Format format() {
        if (call != null) {
            return call.format();
        }
        String raw = "&" + request.query() + "&" + request.body().form() + "&";
        return raw.matches("(?is).*&Format=XML&.*") ? Format.XML : Format.JSON;
    }

    ApiCall read(ApiCall read) {
        call = read;
        return read;
    }

    Caller authenticated(Caller caller) {
        this.caller = caller;
        return caller;
    }

    void failed(ApiException failure) {
        code = failure.code().code();
    }

    /** Counts the call if it is known whose it is. */
    void count(Usage usage, Operations operations, int status) {
        if (call != null && caller != null) {
            usage.count(caller, operations.nameOf(call.parameters()), status);
        }
    }

    /** The call as it is now that it is answered. */
    EndedCall ended(Operations operations, int status) {
        return call == null
                ? stages.ended("-", code, status, false)
                : stages.ended(operations.nameOf(call.parameters()), code, status, isAsync(call.parameters()));
    }

    private static boolean isAsync(Parameters parameters) {
        return parameters.get("Async").filter("true"::equalsIgnoreCase).isPresent();
    }

    Answer written(Answer answer) {
        LOG.info(
                "{} key={} action={} code={} status={} bytes={} ms={} {}",
                id,
                caller == null ? "-" : caller.keyId(),
                call == null
                        ? "-"
                        : call.parameters()
                                .get("Action")
                                .map(AccessLog::printable)
                                .orElse("-"),
                code,
                answer.status(),
                answer.body().length,
                stages.took().toMillis(),
                stages);
        return answer;
    }

    /** A caller's text must not forge a line. */
    private static String printable(String text) {
        String clean = text.replaceAll("[^A-Za-z0-9._-]", "?");
        return clean.length() <= 40 ? clean : clean.substring(0, 40);
    }
}
