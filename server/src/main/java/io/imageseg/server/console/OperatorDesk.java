package io.imageseg.server.console;

import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.job.JobStore;
import io.imageseg.server.job.JobView;
import io.imageseg.server.operator.KeyCommand;
import io.imageseg.server.operator.KeyDesk;
import io.imageseg.server.operator.KeyReply;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What visitors do who may operate the server. */
public final class OperatorDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorDesk.class);
    private static final int MOST_JOBS = 200;

    private final KeyDesk keys;
    private final JobStore jobs;
    private final Supplier<Health> health;

    public OperatorDesk(KeyDesk keys, JobStore jobs, Supplier<Health> health) {
        this.keys = keys;
        this.jobs = jobs;
        this.health = health;
    }

    /** A secret, which is shown this once. */
    public record Issued(String accessKeyId, String accessKeySecret) {
        @Override
        public String toString() {
            return "Issued[%s]".formatted(accessKeyId);
        }
    }

    /** What a key is to be; what is absent is not limited. */
    public record NewKey(
            @Nullable String name,
            @Nullable Set<String> actions,
            @Nullable Integer perMinute,
            @Nullable Boolean operator) {}

    /** What a key may do from now on; what is absent is not limited. */
    public record Limits(
            @Nullable Set<String> actions, @Nullable Integer perMinute) {}

    /** How long the old secret still holds; absent for not at all. */
    public record Rotation(@Nullable Duration grace) {}

    public List<KeyEntry> keys(Visitor visitor) {
        return shown(visitor, new KeyCommand.Show());
    }

    /**
     * Makes a key.
     *
     * @throws ConsoleException 400 if it cannot be like that
     */
    public Issued create(Visitor visitor, NewKey wanted) {
        String name = wanted.name() == null ? "" : wanted.name();
        KeyLimits limits = limits(wanted.actions(), wanted.perMinute());
        return issued(visitor, new KeyCommand.Create(name, limits, Boolean.TRUE.equals(wanted.operator())));
    }

    /**
     * Serves a key's calls from now on, or refuses them.
     *
     * @throws ConsoleException 400 if there is no such key
     */
    public KeyEntry enable(Visitor visitor, String id, boolean enabled) {
        return shown(visitor, new KeyCommand.Enable(id, enabled)).getFirst();
    }

    /**
     * Changes what a key may do.
     *
     * @throws ConsoleException 400 if there is no such key or it cannot be limited like that
     */
    public KeyEntry limit(Visitor visitor, String id, Limits wanted) {
        KeyLimits limits = limits(wanted.actions(), wanted.perMinute());
        return shown(visitor, new KeyCommand.Limit(id, true, true, limits)).getFirst();
    }

    /**
     * Gives a key another secret.
     *
     * @throws ConsoleException 400 if there is no such key or the time of grace is too long
     */
    public Issued rotate(Visitor visitor, String id, Rotation wanted) {
        return issued(visitor, new KeyCommand.Rotate(id, wanted.grace() == null ? Duration.ZERO : wanted.grace()));
    }

    /**
     * Usage of the last days, today's among them, the newest first.
     *
     * @throws ConsoleException 400 if that is no number of days
     */
    public List<DayUsage> usage(Visitor visitor, int days) {
        return switch (asked(visitor, new KeyCommand.CountUsage(days))) {
            case KeyReply.Counted counted ->
                counted.usage().stream().map(DayUsage::of).toList();
            case KeyReply other -> throw unexpected(other);
        };
    }

    /** The newest jobs, newest first. */
    public List<JobView> jobs(Visitor visitor) {
        visitor.requireOperator();
        return jobs.newest(MOST_JOBS);
    }

    public Health health(Visitor visitor) {
        visitor.requireOperator();
        return health.get();
    }

    private static KeyLimits limits(@Nullable Set<String> actions, @Nullable Integer perMinute) {
        return new KeyLimits(
                Optional.ofNullable(actions)
                        .map(names -> names.stream().filter(Objects::nonNull).collect(Collectors.toSet())),
                perMinute == null ? OptionalInt.empty() : OptionalInt.of(perMinute));
    }

    private List<KeyEntry> shown(Visitor visitor, KeyCommand command) {
        return switch (asked(visitor, command)) {
            case KeyReply.Shown shown -> shown.keys().stream().map(KeyEntry::of).toList();
            case KeyReply other -> throw unexpected(other);
        };
    }

    private Issued issued(Visitor visitor, KeyCommand command) {
        return switch (asked(visitor, command)) {
            case KeyReply.Issued(KeyReply.KeyView key, String secret) -> new Issued(key.accessKeyId(), secret);
            case KeyReply other -> throw unexpected(other);
        };
    }

    private KeyReply asked(Visitor visitor, KeyCommand command) {
        visitor.requireOperator();
        KeyReply reply = keys.answer(command);
        if (reply instanceof KeyReply.Refused(String why)) {
            throw new ConsoleException(400, "Refused", why);
        }
        if (!(command instanceof KeyCommand.Show || command instanceof KeyCommand.CountUsage)) {
            LOG.info("{} asked for {}", visitor.key().id(), command);
        }
        return reply;
    }

    private static IllegalStateException unexpected(KeyReply reply) {
        return new IllegalStateException("the key desk answered " + reply);
    }
}
