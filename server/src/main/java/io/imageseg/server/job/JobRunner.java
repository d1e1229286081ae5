package io.imageseg.server.job;

import io.imageseg.server.api.Action;
import io.imageseg.server.api.AnswerWriter;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Failures;
import io.imageseg.server.api.Gate;
import io.imageseg.server.api.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does jobs, one call each. Safe for any number of threads. */
public final class JobRunner {
    private static final Logger ACCESS = LoggerFactory.getLogger("imageseg.access");
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobStore store;
    private final Map<String, Action> actions;
    private final Work work;
    private final Gate gate;
    private final JobLimits limits;
    private final Clock clock;
    private final AnswerWriter writer = new AnswerWriter();

    public JobRunner(JobStore store, List<Action> actions, Work work, Gate gate, JobLimits limits, Clock clock) {
        this.store = store;
        this.actions = actions.stream().collect(Collectors.toMap(Action::name, Function.identity()));
        this.work = work;
        this.gate = gate;
        this.limits = limits;
        this.clock = clock;
    }

    /** Makes one attempt at a job; whether it is over with, for good or for bad. */
    boolean attempt(String id) {
        return store.begin(id).map(this::attempt).orElse(true);
    }

    private boolean attempt(Job job) {
        Instant latest = job.submittedAt().plus(limits.timeout());
        if (clock.instant().isAfter(latest)) {
            return fail(job, JobStatus.TIMEOUT_FAILED, tooLate());
        }
        if (job.attempts() > limits.attempts()) {
            return fail(job, JobStatus.LIMIT_RETRY_FAILED, tooOften());
        }
        ApiCall call = ApiCall.resumed(job.id(), job.parameters(), job.origin());
        try (Gate.Place place = gate.enterPatiently()) {
            Action action = actions.get(call.parameters().require("Action"));
            if (action == null) {
                throw new ApiException(ErrorCode.ACTION_UNKNOWN, "The specified action is not supported any more.");
            }
            Object data = work.run(call, action.order(call.parameters()), place);
            store.succeed(job.id(), writer.text(data));
            log(job, JobStatus.PROCESS_SUCCESS, call.stages().toString());
            return true;
        } catch (RuntimeException | Error e) {
            return failed(job, Failures.of(e));
        }
    }

    private boolean failed(Job job, ApiException failure) {
        if (failure.isFault()) {
            LOG.error("{} failed", job.id(), failure);
        }
        if (!failure.code().mayPass()) {
            return fail(job, JobStatus.PROCESS_FAILED, failure);
        }
        if (job.attempts() >= limits.attempts()) {
            return fail(job, JobStatus.LIMIT_RETRY_FAILED, failure);
        }
        store.postpone(job.id());
        log(job, JobStatus.QUEUING, failure.code().code());
        return false;
    }

    private boolean fail(Job job, JobStatus status, ApiException failure) {
        store.fail(job.id(), status, failure);
        log(job, status, failure.code().code());
        return true;
    }

    private ApiException tooLate() {
        return new ApiException(
                ErrorCode.DEADLINE_PASSED,
                "The job was not done within the %d s that are allowed; send it again."
                        .formatted(limits.timeout().toSeconds()));
    }

    private ApiException tooOften() {
        return new ApiException(
                ErrorCode.INTERNAL,
                "The server ended during each of the %d attempts that are allowed.".formatted(limits.attempts()));
    }

    private static void log(Job job, JobStatus status, String more) {
        ACCESS.info(
                "{} key={} job={} attempt={} status={} {}",
                job.id(),
                job.keyId(),
                job.parameters().get("Action"),
                job.attempts(),
                status,
                more);
    }
}
