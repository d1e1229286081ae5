package io.imageseg.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/form-data} (RFC 7578) as it streams, in constant memory. More tolerant than the RFC where a
 * client library needs it: the line break before a delimiter may be missing.
 */
final class MultipartReader {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HEAD = 4 << 10;
    private static final int LONGEST_PREAMBLE = 4 << 10;
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean begun;
    private boolean ended;

    /** Takes a part's content, piece by piece. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] bytes, int from, int length) throws IOException;
    }

    MultipartReader(InputStream in, String boundary) {
        this.in = in;
        delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The head of the next part, empty after the last. The content of the one before must have been read.
     *
     * @throws UploadException MALFORMED or CUT_OFF
     */
    Optional<String> nextHead() throws IOException {
        if (!begun) {
            begun = true;
            content(new Bounded(LONGEST_PREAMBLE, "before the first delimiter", (_, _, _) -> {}));
        }
        if (ended) {
            return Optional.empty();
        }
        int end = indexOf(BLANK_LINE);
        while (end < 0 && to - from <= LONGEST_HEAD) {
            fill();
            end = indexOf(BLANK_LINE);
        }
        if (end < 0 || end - from > LONGEST_HEAD) {
            throw malformed("The head of a part has more than %d bytes.".formatted(LONGEST_HEAD));
        }
        String head = new String(buffer, from, end - from, StandardCharsets.UTF_8);
        from = end + BLANK_LINE.length;
        return Optional.of(head);
    }

    /**
     * Reads the content of the part whose head was read last.
     *
     * @throws UploadException CUT_OFF if the body ends first, and what the sink throws
     */
    void content(Sink sink) throws IOException {
        while (true) {
            int at = indexOf(delimiter);
            if (at < 0) {
                // The end of what is there may be the beginning of a line break and a delimiter.
                pass(to - delimiter.length - 1, sink);
                fill();
            } else if (at + delimiter.length + 2 > to) {
                pass(at - 2, sink);
                fill();
            } else if (isDelimiter(at)) {
                pass(isPair(at - 2, '\r', '\n') ? at - 2 : at, sink);
                ended = isPair(at + delimiter.length, '-', '-');
                from = at + delimiter.length + 2;
                return;
            } else {
                pass(at + 1, sink);
            }
        }
    }

    /** Whether what begins like one ends like one: in the line break before a head, or in two dashes at the very end. */
    private boolean isDelimiter(int at) {
        int after = at + delimiter.length;
        return isPair(after, '\r', '\n') || isPair(after, '-', '-');
    }

    private boolean isPair(int at, char first, char second) {
        return at >= from && buffer[at] == first && buffer[at + 1] == second;
    }

    private void pass(int end, Sink sink) throws IOException {
        if (end > from) {
            sink.take(buffer, from, end - from);
            from = end;
        }
    }

    private int indexOf(byte[] sought) {
        for (int i = from; i <= to - sought.length; i++) {
            if (buffer[i] == sought[0] && Arrays.equals(buffer, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        return -1;
    }

    /** Reads at least a byte more. There is room: what is left unpassed is shorter than a head. */
    private void fill() {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read;
        try {
            read = in.read(buffer, to, buffer.length - to);
        } catch (IOException e) {
            throw cutOff(e);
        }
        if (read < 0) {
            throw cutOff(null);
        }
        to += read;
    }

    private static UploadException cutOff(@Nullable IOException cause) {
        String message = "The form was cut off before its last delimiter; send it again.";
        return cause == null
                ? new UploadException(UploadRefusal.CUT_OFF, message)
                : new UploadException(UploadRefusal.CUT_OFF, message, cause);
    }

    private static UploadException malformed(String message) {
        return new UploadException(UploadRefusal.MALFORMED, message);
    }

    /** Passes so many bytes on and refuses more. */
    static final class Bounded implements Sink {
        private final int most;
        private final String where;
        private final Sink sink;
        private int soFar;

        Bounded(int most, String where, Sink sink) {
            this.most = most;
            this.where = where;
            this.sink = sink;
        }

        @Override
        public void take(byte[] bytes, int from, int length) throws IOException {
            soFar += length;
            if (soFar > most) {
                throw malformed("The form has more than %d bytes %s.".formatted(most, where));
            }
            sink.take(bytes, from, length);
        }
    }
}
