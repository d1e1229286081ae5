package io.imageseg.server.api;

import java.util.List;
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
        AccessLog log = begun(request);
        try {
            return ended(log, answer(request, log));
        } catch (RuntimeException | Error e) {
            return ended(log, failure(log, request, Failures.of(e)));
        }
    }

    /** Answers a request that could not be read as far as a call. */
    public Answer refuse(ApiRequest request, ApiException failure) {
        AccessLog log = begun(request);
        return ended(log, failure(log, request, failure));
    }

    private AccessLog begun(ApiRequest request) {
        listener.began();
        return new AccessLog(ApiCall.newId(), request);
    }

    private Answer answer(ApiRequest request, AccessLog log) {
        ApiCall call = log.read(ApiCall.from(log.id(), request, log.stages()));
        call.stages().begin("authenticate");
        Caller caller = log.authenticated(authenticator.authenticate(call));
        operations.admit(caller, call.parameters());
        Operation operation = operations.named(call.parameters());
        throttle.take(caller, operation);
        return switch (operation) {
            case Immediate immediate -> writer.success(call, immediate.name(), immediate.respond(call, caller));
            case Action action -> writer.success(call, action.name(), members(call, caller, action));
        };
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

    private Answer failure(AccessLog log, ApiRequest request, ApiException failure) {
        if (failure.isFault()) {
            LOG.error("{} failed", log.id(), failure);
        }
        log.failed(failure);
        return writer.failure(log.id(), request.host(), log.format(), failure);
    }
}
