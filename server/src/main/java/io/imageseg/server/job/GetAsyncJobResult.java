package io.imageseg.server.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.imageseg.server.api.About;
import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Caller;
import io.imageseg.server.api.Description;
import io.imageseg.server.api.ErrorCode;
import io.imageseg.server.api.Immediate;
import io.imageseg.server.api.ParameterDescription;
import io.imageseg.server.api.Shape;
import io.imageseg.server.api.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a caller how one of its own jobs stands; another's does not exist for it. */
public record GetAsyncJobResult(JobStore store) implements Immediate {
    private static final String JOB_ID = "JobId";

    private static final About ABOUT = new About(
            About.Family.JOBS,
            new Texts("State of an asynchronous call", "异步任务结果"),
            new Texts(
                    "Tells how an asynchronous call of the same key stands, and its result once it is done.",
                    "查询同一密钥提交的异步任务的状态，完成后返回结果。"));

    private static final Texts ID =
            new Texts("The RequestId of the call with Async=true.", "以 Async=true 调用时返回的 RequestId。");

    @Override
    public String name() {
        return "GetAsyncJobResult";
    }

    @Override
    public Description description() {
        return new Description(ABOUT, List.of(new ParameterDescription.Text(JOB_ID, true, ID)), Shape.of(Answer.class));
    }

    @Override
    public Object respond(ApiCall call, Caller caller) {
        String id = call.parameters().require(JOB_ID);
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
