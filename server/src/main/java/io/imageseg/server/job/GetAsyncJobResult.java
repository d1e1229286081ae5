package io.imageseg.server.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Caller;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Immediate;
import org.jspecify.annotations.Nullable;

/** Tells a caller how one of its own jobs stands; another's does not exist for it. */
public record GetAsyncJobResult(JobStore store) implements Immediate {
    @Override
    public String name() {
        return "GetAsyncJobResult";
    }

    @Override
    public Object respond(ApiCall call, Caller caller) {
        String id = call.parameters().require("JobId");
        Job job = store.find(id)
                .filter(found -> found.keyId().equals(caller.keyId()))
                .orElseThrow(() -> new ApiException(
                        ErrorCode.JOB_UNKNOWN,
                        "There is no such job of this key, or its result has expired. The JobId is the RequestId of"
                                + " the call with Async=true."));
        return new Answer(new JobData(job.id(), job.status(), job.result(), job.errorCode(), job.errorMessage()));
    }

    private record Answer(JobData data) {}

    /**
     * The Data of an answer.
     *
     * @param result the Data of the synchronous answer, as JSON in a string
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobData(
            String jobId,
            JobStatus status,
            @Nullable String result,
            @Nullable String errorCode,
            @Nullable String errorMessage) {}
}
