package io.imageseg.server.operator;

import io.imageseg.server.api.Answer;
import io.imageseg.server.api.ApiRequest;
import io.imageseg.server.operator.Envelope.Direction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's end: answers commands in envelopes that were sealed with the server's key, for this run of the server,
 * just now and for the first time, and tells everybody else nothing. Safe for any number of threads.
 */
public final class OperatorRoute {
    static final Duration WINDOW = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(OperatorRoute.class);
    private static final Answer REFUSAL = answer(
            403,
            "{\"Message\":\"This address serves the operator alone, by imageseg keys and the server's own key.\"}");

    private final KeyDesk desk;
    private final byte[] key;
    private final String instance;
    private final Clock clock;
    private final ObjectMapper json = JsonMapper.shared();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    /**
     * @param key what both ends seal with, which only those can derive who may read the data folder's server.key
     * @param instance this run's own among all runs of the server
     */
    public OperatorRoute(KeyDesk desk, byte[] key, String instance, Clock clock) {
        this.desk = desk;
        this.key = key.clone();
        this.instance = instance;
        this.clock = clock;
    }

    /** Answers a request; 403 unless it is the operator's. */
    public Answer answer(ApiRequest request) {
        return question(request).filter(this::isToBeAnswered).map(this::answer).orElse(REFUSAL);
    }

    private Optional<Envelope> question(ApiRequest request) {
        try {
            return Optional.of(json.readValue(request.body().bytes(), Envelope.class))
                    .filter(question -> question.isGenuine(key, Direction.TO_SERVER));
        } catch (JacksonException | NullPointerException _) {
            return Optional.empty();
        }
    }

    private boolean isToBeAnswered(Envelope question) {
        Instant now = clock.instant();
        seen.values().removeIf(then -> then.isBefore(now.minus(WINDOW.multipliedBy(2))));
        return question.instance().equals(instance)
                && Duration.between(question.time(), now).abs().compareTo(WINDOW) <= 0
                && seen.putIfAbsent(question.nonce(), now) == null;
    }

    private Answer answer(Envelope question) {
        String text = json.writerFor(KeyReply.class).writeValueAsString(reply(question.text()));
        Envelope sealed =
                Envelope.sealed(key, Direction.TO_OPERATOR, instance, question.time(), question.nonce(), text);
        return answer(200, json.writeValueAsString(sealed));
    }

    private KeyReply reply(String text) {
        try {
            KeyCommand command = json.readValue(text, KeyCommand.class);
            KeyReply reply = desk.answer(command);
            if (!(reply instanceof KeyReply.Refused)) {
                LOG.info("The operator asked for {}", command);
            }
            return reply;
        } catch (JacksonException e) {
            return new KeyReply.Refused("The server does not know this command; is it of another version?");
        } catch (RuntimeException e) {
            LOG.error("A command of the operator failed", e);
            return new KeyReply.Refused("The server failed; its log says why.");
        }
    }

    private static Answer answer(int status, String body) {
        return new Answer(
                status, "application/json;charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }
}
