package io.imageseg.bench.stage;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/** The access log of a server in this process, while it is open. */
final class AccessLines implements AutoCloseable {
    private final Logger log = (Logger) LoggerFactory.getLogger("imageseg.access");
    private final Map<String, AccessLine> lines = new ConcurrentHashMap<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            AccessLine line = AccessLine.parse(event.getFormattedMessage());
            lines.put(line.requestId(), line);
        }
    };

    AccessLines() {
        appender.start();
        log.addAppender(appender);
    }

    /** The line of a call that was answered; it is written before the answer. */
    AccessLine of(String requestId) throws IOException {
        AccessLine line = lines.remove(requestId);
        if (line == null) {
            throw new IOException("the access log has no line of " + requestId);
        }
        return line;
    }

    @Override
    public void close() {
        log.detachAppender(appender);
    }
}
