package io.imageseg.bench.soak;

import io.imageseg.bench.call.ApiClient;
import io.imageseg.bench.call.Call;
import io.imageseg.bench.call.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A call as clients make it, to its end: results are fetched, jobs are asked for until they are done. */
sealed interface SoakCall {
    /** {@code OK}, an error's code, or how a job ended. */
    String make(ApiClient client) throws IOException, InterruptedException;

    /** Answered with its results. */
    record Direct(Call call) implements SoakCall {
        @Override
        public String make(ApiClient client) throws IOException, InterruptedException {
            Reply reply = client.call(call);
            fetch(client, reply.results());
            return reply.code();
        }
    }

    /** Answered at once, and done later. */
    record Async(Call call) implements SoakCall {
        private static final Set<String> UNDER_WAY = Set.of("QUEUING", "PROCESSING");
        private static final int PAUSE_MILLISECONDS = 250;

        @Override
        public String make(ApiClient client) throws IOException, InterruptedException {
            Reply accepted = client.call(call.with("Async", "true"));
            if (!accepted.isOk()) {
                return accepted.code();
            }
            Call question = new Call("GetAsyncJobResult", Map.of("JobId", accepted.requestId()));
            Reply reply = client.call(question);
            while (reply.isOk()
                    && UNDER_WAY.contains(reply.data().path("Status").asString(""))) {
                Thread.sleep(PAUSE_MILLISECONDS);
                reply = client.call(question);
            }
            fetch(client, reply.resultsOfJob());
            return reply.isOk() ? reply.data().path("Status").asString("") : reply.code();
        }
    }

    private static void fetch(ApiClient client, List<String> results) throws IOException, InterruptedException {
        for (String result : results) {
            byte[] _ = client.fetch(result);
        }
    }
}
