package io.imageseg.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Whether a caller is still there: its connection is asked for one byte without waiting. The end of the stream says
 * that the caller left; a byte is the next request's first and goes back to where the next request is read from.
 *
 * <p>To be asked by the thread that handles the request, after it has read the body: nobody else reads from the
 * connection then. A caller who closes its sending side alone counts as gone. What comes over anything but HTTP/1 is
 * taken to be there.
 *
 * @param connection the request's own
 */
record CallerProbe(ConnectionMetaData connection) implements BooleanSupplier {

    static CallerProbe of(HttpServletRequest request) {
        return new CallerProbe(
                ServletContextRequest.getServletContextRequest(request).getConnectionMetaData());
    }

    @Override
    public boolean getAsBoolean() {
        boolean isHttp1 = connection.getHttpVersion().getVersion() <= HttpVersion.HTTP_1_1.getVersion();
        if (isHttp1
                && connection.getConnection() instanceof Connection.UpgradeFrom from
                && connection.getConnection() instanceof Connection.UpgradeTo to) {
            return isThere(connection.getConnection().getEndPoint(), from, to);
        }
        return true;
    }

    private static boolean isThere(EndPoint endPoint, Connection.UpgradeFrom from, Connection.UpgradeTo to) {
        ByteBuffer waiting = from.onUpgradeFrom();
        if (waiting != null) {
            to.onUpgradeTo(waiting);
            return true;
        }
        ByteBuffer next = BufferUtil.allocate(1);
        try {
            int read = endPoint.fill(next);
            if (read > 0) {
                to.onUpgradeTo(next);
            }
            return read >= 0;
        } catch (IOException _) {
            return false;
        }
    }
}
