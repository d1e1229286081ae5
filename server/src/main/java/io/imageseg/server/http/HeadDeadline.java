package io.imageseg.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which the next request's head is not complete in time. Idle timeouts alone never end a caller
 * who sends a byte now and then. A TLS handshake counts as part of the first head.
 */
final class HeadDeadline implements Connection.Listener, HttpConfiguration.Customizer {
    private final Scheduler scheduler;
    private final Duration limit;
    private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();

    HeadDeadline(Scheduler scheduler, Duration limit) {
        this.scheduler = scheduler;
        this.limit = limit;
    }

    @Override
    public void onOpened(Connection connection) {
        // What is inside TLS is a connection of its own, open as long.
        if (!(connection instanceof SslConnection)) {
            Watch watch = new Watch(connection);
            watches.put(connection, watch);
            watch.look();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        watches.remove(connection);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answered) {
        Watch watch = watches.get(request.getConnectionMetaData().getConnection());
        if (watch != null) {
            watch.isAnswering = true;
            Request.addCompletionListener(request, _ -> watch.answered());
        }
        return request;
    }

    private final class Watch {
        private final Connection connection;
        private volatile boolean isAnswering;
        private volatile long since = System.nanoTime();

        Watch(Connection connection) {
            this.connection = connection;
        }

        void answered() {
            since = System.nanoTime();
            isAnswering = false;
        }

        void look() {
            if (!watches.containsKey(connection)) {
                return;
            }
            long left = limit.toNanos() - (isAnswering ? 0 : System.nanoTime() - since);
            if (left <= 0) {
                new Transport(connection.getEndPoint()).close("the head took too long");
            } else {
                scheduler.schedule(this::look, left, TimeUnit.NANOSECONDS);
            }
        }
    }
}
