package io.imageseg.server.http;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections of callers who take their answers slower than at the least rate. Only the time counts in which the
 * server waits for them.
 */
record AnswerPace(Scheduler scheduler, HttpLimits limits) implements HttpConfiguration.Customizer {
    @Override
    public Request customize(Request request, HttpFields.Mutable answered) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        request.addHttpStreamWrapper(stream -> new Paced(stream, endPoint));
        return request;
    }

    private final class Paced extends HttpStream.Wrapper {
        private final EndPoint endPoint;
        private long bytes;
        private long waited;

        Paced(HttpStream stream, EndPoint endPoint) {
            super(stream);
            this.endPoint = endPoint;
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.@Nullable Response response,
                boolean last,
                @Nullable ByteBuffer content,
                Callback callback) {
            bytes += content == null ? 0 : content.remaining();
            super.send(request, response, last, content, new Sending(callback));
        }

        private final class Sending extends Callback.Nested {
            private final long begun = System.nanoTime();
            private final Scheduler.Task end = scheduler.schedule(
                    this::giveUp, limits.patienceFor(bytes).toNanos() - waited, TimeUnit.NANOSECONDS);

            Sending(Callback callback) {
                super(callback);
            }

            private void giveUp() {
                new Transport(endPoint).close("the answer was taken too slowly");
            }

            private void sent() {
                end.cancel();
                waited += System.nanoTime() - begun;
            }

            @Override
            public void succeeded() {
                sent();
                super.succeeded();
            }

            @Override
            public void failed(Throwable failure) {
                sent();
                super.failed(failure);
            }
        }
    }
}
