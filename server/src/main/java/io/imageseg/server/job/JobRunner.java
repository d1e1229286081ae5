package io.imageseg.server.job;

import io.imageseg.server.api.Action;
import io.imageseg.server.api.AnswerWriter;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.CallListener;
import io.imageseg.server.api.EndedCall;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Failures;
import io.imageseg.server.api.Gate;
import io.imageseg.server.api.Work;
import java.time.Clock;
import java.time.Duration;
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
    private final CallListener listener;
    private final AnswerWriter writer = new AnswerWriter();

    public JobRunner(
            JobStore store,
            List<Action> actions,
            Work work,
            Gate gate,
            JobLimits limits,
            Clock clock,
            CallListener listener) {
        this.store = store;
        this.actions = actions.stream().collect(Collectors.toMap(Action::name, Function.identity()));
        this.work = work;
        this.gate = gate;
        this.limits = limits;
        this.clock = clock;
        this.listener = listener;
    }

    /** Makes one attempt at a job; whether it is over with, for good or for bad. */
    boolean attempt(String id) {
        return store.begin(id).map(this::attempt).orElse(true);
    }

    private boolean attempt(Job job) {
        ApiCall call = ApiCall.resumed(job.id(), job.parameters(), job.origin());
        if (job.attempts() == 1) {
            listener.jobBegan(Duration.between(job.submittedAt(), clock.instant()));
        }
        Instant latest = job.submittedAt().plus(limits.timeout());
        if (clock.instant().isAfter(latest)) {
            return fail(call, job, JobStatus.TIMEOUT_FAILED, tooLate());
        }
        if (job.attempts() > limits.attempts()) {
            return fail(call, job, JobStatus.LIMIT_RETRY_FAILED, tooOften());
        }
        try (Gate.Place place = gate.enterPatiently()) {
            Action action = actions.get(call.parameters().require("Action"));
            if (action == null) {
                throw new ApiException(ErrorCode.ACTION_UNKNOWN, "The specified action is not supported any more.");
            }
            Object data = work.run(call, action.order(call.parameters()), place);
            store.succeed(job.id(), writer.text(data));
            ended(call, job, JobStatus.PROCESS_SUCCESS, EndedCall.OK, 200);
            return true;
        } catch (RuntimeException | Error e) {
            return failed(call, job, Failures.of(e));
        }
    }

    private boolean failed(ApiCall call, Job job, ApiException failure) {
        if (failure.isFault()) {
            LOG.error("{} failed", job.id(), failure);
        }
        if (!failure.code().mayPass()) {
            return fail(call, job, JobStatus.PROCESS_FAILED, failure);
        }
        if (job.attempts() >= limits.attempts()) {
            return fail(call, job, JobStatus.LIMIT_RETRY_FAILED, failure);
        }
        store.postpone(job.id());
        ended(call, job, JobStatus.QUEUING, failure);
        return false;
    }

    private boolean fail(ApiCall call, Job job, JobStatus status, ApiException failure) {
        store.fail(job.id(), status, failure);
        ended(call, job, status, failure);
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

    private void ended(ApiCall call, Job job, JobStatus status, ApiException failure) {
        ended(call, job, status, failure.code().code(), failure.code().status());
    }

    private void ended(ApiCall call, Job job, JobStatus status, String code, int httpStatus) {
        String action = job.parameters().getOrDefault("Action", "-");
        EndedCall attempt = call.stages().ended(actions.containsKey(action) ? action : "-", code, httpStatus, false);
        listener.jobEnded(attempt, status.name());
        ACCESS.info(
                "{} key={} job={} attempt={} status={} {}",
                job.id(),
                job.keyId(),
                action,
                job.attempts(),
                status,
                code.equals(EndedCall.OK) ? call.stages() : code);
    }
}
