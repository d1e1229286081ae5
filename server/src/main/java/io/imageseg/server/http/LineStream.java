package io.imageseg.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** An answer of lines of JSON, each sent when it is there. Used by the thread that handles the request. */
final class LineStream {
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final OutputStream out;
    private final BooleanSupplier connected;
    private boolean isBroken;

    LineStream(Context context) throws IOException {
        context.res().setContentType("application/x-ndjson;charset=utf-8");
        // Tells proxies in front of the server not to collect the lines.
        context.res().setHeader("X-Accel-Buffering", "no");
        out = context.res().getOutputStream();
        connected = CallerProbe.of(context.req());
    }

    /** Sends a line; to a caller who has left, nothing. */
    void write(Object line) {
        if (isBroken) {
            return;
        }
        try {
            out.write(JSON.writeValueAsBytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException _) {
            isBroken = true;
        }
    }

    /** Whether there is still somebody who takes the lines. */
    boolean isTaken() {
        return !isBroken && connected.getAsBoolean();
    }
}
