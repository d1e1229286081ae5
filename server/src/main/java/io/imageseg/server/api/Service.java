package io.imageseg.server.api;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The path of a request. Safe for any number of threads. */
public final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Authenticator authenticator;
    private final Operations operations;
    private final Work work;
    private final Gate gate;
    private final Jobs jobs;
    private final Throttle throttle;
    private final Usage usage;
    private final CallListener listener;
    private final AnswerWriter writer = new AnswerWriter();

    public Service(
            Authenticator authenticator,
            List<? extends Operation> operations,
            Work work,
            Gate gate,
            Jobs jobs,
            Throttle throttle,
            Usage usage,
            CallListener listener) {
        this.authenticator = authenticator;
        this.operations = new Operations(operations);
        this.work = work;
        this.gate = gate;
        this.jobs = jobs;
        this.throttle = throttle;
        this.usage = usage;
        this.listener = listener;
    }

    /** Answers a request, whatever becomes of it. */
    public Answer answer(ApiRequest request) {
        AccessLog log = begun(request, new Stages());
        try {
            return ended(log, answer(request, log, authenticator).in(log.format()));
        } catch (RuntimeException | Error e) {
            return ended(log, failure(log, request, Failures.of(e)).in(log.format()));
        }
    }

    /**
     * The same for a caller who is known by other means than a signature.
     *
     * @param begun is told of each stage when it begins
     */
    public Watched watch(ApiRequest request, Caller caller, Consumer<String> begun) {
        Stages stages = new Stages(begun);
        AccessLog log = begun(request, stages);
        Rendering rendering;
        try {
            rendering = answer(request, log, _ -> caller);
        } catch (RuntimeException | Error e) {
            rendering = failure(log, request, Failures.of(e));
        }
        Answer json = ended(log, rendering.in(Format.JSON));
        return new Watched(log.id(), json, rendering.in(Format.XML), stages.took(), stages.durations());
    }

    /** Answers a request that could not be read as far as a call. */
    public Answer refuse(ApiRequest request, ApiException failure) {
        AccessLog log = begun(request, new Stages());
        return ended(log, failure(log, request, failure).in(log.format()));
    }

    private AccessLog begun(ApiRequest request, Stages stages) {
        listener.began();
        return new AccessLog(ApiCall.newId(), request, stages);
    }

    /** What became of a call, to be written in either format. */
    private interface Rendering {
        Answer in(Format format);
    }

    private Rendering answer(ApiRequest request, AccessLog log, Authenticator authenticator) {
        ApiCall call = log.read(ApiCall.from(log.id(), request, log.stages()));
        call.stages().begin("authenticate");
        Caller caller = log.authenticated(authenticator.authenticate(call));
        operations.admit(caller, call.parameters());
        Operation operation = operations.named(call.parameters());
        throttle.take(caller, operation);
        Object members = switch (operation) {
            case Immediate immediate -> immediate.respond(call, caller);
            case Action action -> members(call, caller, action);
        };
        return format -> writer.success(call.in(format), operation.name(), members);
    }

    private Object members(ApiCall call, Caller caller, Action action) {
        Action.Order order = action.order(call.parameters());
        if (call.parameters().isTrue("Async")) {
            jobs.accept(call, caller);
            return new Accepted("The call is accepted; ask GetAsyncJobResult for the JobId %s.".formatted(call.id()));
        }
        try (Gate.Place place = gate.enter()) {
            return new Done(work.run(call, order, place));
        }
    }

    private record Done(Object data) {}

    private record Accepted(String message) {}

    private Answer ended(AccessLog log, Answer answer) {
        log.count(usage, operations, answer.status());
        listener.ended(log.ended(operations, answer.status()));
        return log.written(answer);
    }

    private Rendering failure(AccessLog log, ApiRequest request, ApiException failure) {
        if (failure.isFault()) {
            LOG.error("{} failed", log.id(), failure);
        }
        log.failed(failure);
        return format -> writer.failure(log.id(), request.host(), format, failure);
    }
}
