package io.imageseg.server.api;

import io.imageseg.model.ModelException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The path of a request. Safe for any number of threads. */
public final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Authenticator authenticator;
    private final Map<String, Action> actions;
    private final Images images;
    private final Gate gate;
    private final Results results;
    private final AnswerWriter writer = new AnswerWriter();

    public Service(Authenticator authenticator, List<Action> actions, Images images, Gate gate, Results results) {
        this.authenticator = authenticator;
        this.actions = actions.stream().collect(Collectors.toMap(Action::name, Function.identity()));
        this.images = images;
        this.gate = gate;
        this.results = results;
    }

    /** Answers a request, whatever becomes of it. */
    public Answer answer(ApiRequest request) {
        AccessLog log = new AccessLog(ApiCall.newId(), request);
        try {
            return log.written(answer(request, log));
        } catch (ApiException e) {
            return log.written(failure(log, request, e));
        } catch (ModelException e) {
            return log.written(failure(
                    log,
                    request,
                    new ApiException(
                            ErrorCode.MODEL_FAILED,
                            "A network failed; the server's log says why under this RequestId.",
                            e)));
        } catch (RuntimeException | Error e) {
            return log.written(failure(
                    log,
                    request,
                    new ApiException(
                            ErrorCode.INTERNAL, "Unexpected; the server's log says what under this RequestId.", e)));
        }
    }

    /** Answers a request that could not be read as far as a call. */
    public Answer refuse(ApiRequest request, ApiException failure) {
        AccessLog log = new AccessLog(ApiCall.newId(), request);
        return log.written(failure(log, request, failure));
    }

    private Answer answer(ApiRequest request, AccessLog log) {
        ApiCall call = log.read(ApiCall.from(log.id(), request, log.stages()));
        call.stages().begin("authenticate");
        log.authenticated(authenticator.authenticate(call));
        Action action = action(call);
        refuseAsync(call);
        call.stages().begin("read");
        try (Gate.Place place = gate.enter();
                Action.Inputs inputs = action.read(call, images)) {
            call.stages().begin("wait");
            try (Action.Outcome outcome = place.run(request.connected(), () -> {
                call.stages().begin("cut");
                return inputs.cut();
            })) {
                call.stages().begin("store");
                Object data = outcome.store(results, request.origin());
                return writer.success(call, action.name(), data);
            }
        }
    }

    private Action action(ApiCall call) {
        call.parameters().requireOneOf("Version", "2019-12-30", "2019-09-30");
        Action action = actions.get(call.parameters().require("Action"));
        if (action == null) {
            throw new ApiException(ErrorCode.ACTION_UNKNOWN, "The specified action is not supported.");
        }
        return action;
    }

    private static void refuseAsync(ApiCall call) {
        if (call.parameters().isTrue("Async")) {
            throw new ApiException(
                    ErrorCode.INVALID_PARAMETER,
                    "The parameter Async is true, but asynchronous calls are not yet served; leave it out.");
        }
    }

    private Answer failure(AccessLog log, ApiRequest request, ApiException failure) {
        if (failure.isFault()) {
            LOG.error("{} failed", log.id(), failure);
        }
        log.failed(failure);
        return writer.failure(log.id(), request.host(), log.format(), failure);
    }
}
