package io.imageseg.server.http;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A body whose sender is held to the least rate. Only the time counts in which the server waits for it. */
final class PacedBody extends InputStream {
    private final InputStream body;
    private final HttpLimits limits;
    private long received;
    private long waited;

    /** A body came slower than at the least rate, or not at all. */
    static final class SlowException extends IOException {
        private static final long serialVersionUID = 1L;

        SlowException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    PacedBody(InputStream body, HttpLimits limits) {
        this.body = body;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws SlowException as soon as that is known */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        long begun = System.nanoTime();
        try {
            int read = body.read(bytes, from, length);
            received += Math.max(0, read);
            waited += System.nanoTime() - begun;
            if (read >= 0 && isLate()) {
                throw slow(null);
            }
            return read;
        } catch (SlowException e) {
            throw e;
        } catch (IOException e) {
            waited += System.nanoTime() - begun;
            throw isLate() ? slow(e) : e;
        }
    }

    private boolean isLate() {
        return waited >= limits.patienceFor(received).toNanos();
    }

    private SlowException slow(@Nullable IOException cause) {
        return new SlowException(
                "The body came too slowly: %d bytes in %d ms; at least %d bytes per second are expected."
                        .formatted(received, waited / 1_000_000, limits.leastRate()),
                cause);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
