package io.imageseg.bench.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private static Reply reply(int status, String json) {
        return Reply.read(status, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSuccessNamesItsResults() {
        Reply one = reply(200, "{'RequestId':'A','Data':{'ImageURL':'http://h/1'}}");
        Reply two = reply(
                200,
                "{'RequestId':'A','Data':{'Elements':[{'X':1,'ImageURL':'http://h/2'},{'ImageURL':'http://h/3'}]}}");
        assertThat(one.results()).containsExactly("http://h/1");
        assertThat(two.results()).containsExactly("http://h/2", "http://h/3");
        assertThat(two.requestId()).isEqualTo("A");
    }

    @Test
    void aJobsResultsAreInAString() {
        Reply done = reply(
                200,
                "{'RequestId':'A','Data':{'Status':'PROCESS_SUCCESS','Result':'{\\'ImageURL\\':\\'http://h/1\\'}'}}");
        Reply failed = reply(200, "{'RequestId':'A','Data':{'Status':'PROCESS_FAILED'}}");
        assertThat(done.resultsOfJob()).containsExactly("http://h/1");
        assertThat(failed.resultsOfJob()).isEmpty();
    }

    @Test
    void aFailureIsTheCallersOrTheServers() {
        Reply refused = reply(400, "{'RequestId':'A','Code':'InvalidImage.Content','Message':'no'}");
        Reply fault = reply(503, "{'RequestId':'A','Code':'ServiceUnavailable','Message':'no'}");
        assertThat(refused.code()).isEqualTo("InvalidImage.Content");
        assertThat(refused.isFault()).isFalse();
        assertThat(refused.isOk()).isFalse();
        assertThat(fault.isFault()).isTrue();
    }
}
