package io.imageseg.server.source;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;

/** How far one request has come, so that its failure can be told in words of its own. */
final class FetchProgress extends EventListener {
    /** What is being done. */
    enum Stage {
        CONNECTING,
        SECURING,
        WAITING,
        RECEIVING
    }

    private volatile Stage stage = Stage.CONNECTING;
    private volatile long announced = -1;
    private volatile long received;

    Stage stage() {
        return stage;
    }

    /** The body's bytes so far, for a sentence. */
    String soFar() {
        return announced < 0 ? "%d bytes".formatted(received) : "%d of %d bytes".formatted(received, announced);
    }

    /** The answer's head is there; {@code length} is its body's, negative if it is not announced. */
    void answered(long length) {
        stage = Stage.RECEIVING;
        announced = length;
    }

    void received(long bytes) {
        received = bytes;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        stage = Stage.CONNECTING;
    }

    @Override
    public void secureConnectStart(Call call) {
        stage = Stage.SECURING;
    }

    @Override
    public void requestHeadersStart(Call call) {
        stage = Stage.WAITING;
    }
}
