package io.imageseg.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.imageseg.bench.call.Call;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final SoakCall body = new SoakCall.Direct(Call.of("SegmentBody", "http://127.0.0.1/1"));
    private final SoakCall job = new SoakCall.Async(Call.of("SegmentBody", "http://127.0.0.1/1"));
    private final Answers answers = new Answers();

    @Test
    void refusalsAreAsGoodAsResultsAsLongAsTheyStay() {
        answers.add(body, "InvalidImage.Content");
        answers.add(job, "PROCESS_FAILED");
        answers.add(body, "InvalidImage.Content");
        assertThat(answers.complaints()).isEmpty();
        assertThat(answers.counts()).containsExactly(entry("InvalidImage.Content", 2), entry("PROCESS_FAILED", 1));
    }

    @Test
    void aCallThatIsAnsweredInAnotherWayThanBeforeIsAComplaint() {
        answers.add(body, "OK");
        answers.add(body, "InvalidImage.Content");
        assertThat(answers.complaints())
                .containsExactly("1 calls were answered InvalidImage.Content, which was OK before");
    }

    @Test
    void faultsOfTheServerAreComplaints() {
        answers.add(body, "InternalError.Algo");
        answers.add(body, "InternalError.Algo");
        answers.add(job, "LIMIT_RETRY_FAILED");
        assertThat(answers.complaints())
                .containsExactly(
                        "2 calls were answered InternalError.Algo", "1 calls were answered LIMIT_RETRY_FAILED");
    }
}
