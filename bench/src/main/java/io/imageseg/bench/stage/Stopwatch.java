package io.imageseg.bench.stage;

import io.imageseg.bench.call.ApiClient;
import io.imageseg.bench.call.Call;
import io.imageseg.bench.call.Reply;
import java.io.IOException;

/** Makes calls, one at a time, and times them. */
record Stopwatch(ApiClient client, AccessLines log, NetworkTime networks) {
    /** A call that is not measured: {@code OK} or the error's code. */
    String answer(Call call) throws IOException, InterruptedException {
        Reply reply = client.call(call);
        if (reply.isFault()) {
            throw new IOException("%s failed with %s".formatted(call.action(), reply.code()));
        }
        return reply.code();
    }

    CallTimes time(Call call) throws IOException, InterruptedException {
        double _ = networks.take();
        long began = System.nanoTime();
        Reply reply = client.call(call);
        long answered = System.nanoTime();
        for (String result : reply.results()) {
            byte[] _ = client.fetch(result);
        }
        long ended = System.nanoTime();
        return new CallTimes(
                (ended - began) / 1e6,
                (ended - answered) / 1e6,
                networks.take(),
                log.of(reply.requestId()).stages());
    }
}
