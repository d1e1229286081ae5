package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A row of the contract's error table: what is changed on a good call, and what must come back.
 *
 * @param says what the message must contain
 */
record ErrorRow(String when, UnaryOperator<RpcCall> change, int status, String code, List<String> says) {
    static final String REQUEST_ID = "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}";

    static ErrorRow row(String when, UnaryOperator<RpcCall> change, int status, String code, String... says) {
        return new ErrorRow(when, change, status, code, List.of(says));
    }

    /** Makes the changed call in both formats. */
    void check(TestServer server, String imageUrl) throws Exception {
        RpcCall json = server.call("SegmentCommodity").with("ImageURL", imageUrl);
        checkFailure(server, change.apply(json).send().failure());
        RpcCall xml = server.call("SegmentCommodity").with("ImageURL", imageUrl).with("Format", "XML");
        checkFailure(server, change.apply(xml).send().xmlFailure());
    }

    private void checkFailure(TestServer server, Reply.Failure failure) {
        assertThat(failure.code()).as(failure.message()).isEqualTo(code);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.message()).contains(says);
        checkSender(server, failure);
    }

    static void checkSender(TestServer server, Reply.Failure failure) {
        assertThat(failure.requestId()).matches(REQUEST_ID);
        assertThat(failure.hostId()).isEqualTo("127.0.0.1:" + server.port());
    }

    @Override
    public String toString() {
        return when;
    }
}
