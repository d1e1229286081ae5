package io.imageseg.server.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Caller;
import io.imageseg.server.api.Images;
import io.imageseg.server.api.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Accepted calls, done when their time comes, in this process or in the one that comes after it. A job is in the
 * database before its caller hears of it; each attempt is counted before it begins.
 */
public final class JobQueue implements Jobs, AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(25);
    private static final Duration TYPICAL = Duration.ofSeconds(3);

    private static final Set<String> OF_THE_CALL = Set.of(
            "AccessKeyId",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "SignatureNonce",
            "Timestamp",
            "SecurityToken",
            "Format",
            "Async");

    private final String name;
    private final JobStore store;
    private final Images images;
    private final JobLimits limits;
    private final Clock clock;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;

    /**
     * Not started yet; what is accepted before waits for that.
     *
     * @param name this server's own among all that share the database, the same after each start
     */
    public JobQueue(
            DataSource source,
            JobStore store,
            JobRunner runner,
            Images images,
            JobLimits limits,
            Clock clock,
            String name) {
        this.name = name;
        this.store = store;
        this.images = images;
        this.limits = limits;
        this.clock = clock;
        task = Tasks.oneTime("job")
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(limits.pause(), 2))
                .execute((instance, _) -> {
                    if (!runner.attempt(instance.getId())) {
                        throw new Unfinished();
                    }
                });
        scheduler = Scheduler.create(source, task)
                .schedulerName(new SchedulerName.Fixed(name))
                .clock(clock::instant)
                .threads(limits.threads())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .enableImmediateExecution()
                .failureLogging(LogLevel.DEBUG, false)
                .shutdownMaxWait(STOP)
                .jdbcCustomization(new DefaultJdbcCustomization(false))
                .build();
    }

    /** Takes up what an earlier process left, and starts. */
    public JobQueue start() {
        store.release(name);
        store.waiting().forEach(this::schedule);
        scheduler.start();
        return this;
    }

    @Override
    public void accept(ApiCall call, Caller caller) {
        int waiting = store.countWaiting();
        if (waiting >= limits.waiting()) {
            throw ApiException.busy(
                    "%d jobs wait, as many as are allowed; try again in %d s.".formatted(waiting, TYPICAL.toSeconds()),
                    TYPICAL);
        }
        store.add(call, caller, parameters(call));
        schedule(call.id());
    }

    /** Without what belongs to the call alone, and with the files of this server that may be gone when its turn comes. */
    private Map<String, String> parameters(ApiCall call) {
        Map<String, String> parameters = new HashMap<>(call.parameters().values());
        parameters.keySet().removeAll(OF_THE_CALL);
        parameters.replaceAll((name, value) ->
                name.endsWith("ImageURL") ? images.lasting(value, call.request().origin()) : value);
        return parameters;
    }

    private void schedule(String id) {
        scheduler.scheduleIfNotExists(task.instance(id), clock.instant());
    }

    /** Lets jobs under way end, for a while; the others wait for the next start. */
    @Override
    public void close() {
        scheduler.stop();
    }

    /** Tells the scheduler to come again. */
    private static final class Unfinished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfinished() {
            super("to be tried again", null, false, false);
        }
    }
}
