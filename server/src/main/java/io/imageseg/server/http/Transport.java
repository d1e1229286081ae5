package io.imageseg.server.http;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;

/** The network's end of a connection, beneath TLS if there is any. */
record Transport(EndPoint endPoint) {

    /** Closes it at once. TLS would first take leave of a caller who may not listen. */
    void close(String why) {
        EndPoint lowest = endPoint;
        while (lowest instanceof EndPoint.Wrapper wrapper) {
            lowest = wrapper.unwrap();
        }
        lowest.close(new TimeoutException(why));
    }
}
