package io.imageseg.server.api;

import io.imageseg.model.ModelException;
import java.io.UncheckedIOException;

/** The work of a call: its images are fetched, cut when the turn comes, and what came out is stored. */
public final class Work {
    private final Images images;
    private final Results results;

    public Work(Images images, Results results) {
        this.images = images;
        this.results = results;
    }

    /**
     * Does the work.
     *
     * @param place stays the caller's
     * @return the Data of the answer
     * @throws ApiException if anything on the way fails; nothing is left then
     */
    public Object run(ApiCall call, Action.Order order, Gate.Place place) {
        Stages stages = call.stages();
        stages.begin("read");
        try (Action.Inputs inputs = order.fetch(call, images)) {
            stages.begin("wait");
            try (Action.Outcome outcome = place.run(call.request().connected(), () -> {
                stages.begin("cut");
                return cut(inputs);
            })) {
                stages.begin("store");
                return outcome.store(results, call.request().origin());
            }
        }
    }

    private static Action.Outcome cut(Action.Inputs inputs) {
        try {
            return inputs.cut();
        } catch (ApiException | ModelException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ApiException(
                    ErrorCode.ALGORITHM_FAILED,
                    "The image could not be cut out; the server's log says why under this RequestId.",
                    e);
        }
    }
}
