package io.imageseg.bench.call;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A client of one server. For any number of threads.
 *
 * @param server its address
 */
public record ApiClient(HttpClient http, URI server, Key key) {
    /** How long a call may take before it is given up. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The client that everything is measured with. */
    public static HttpClient newHttp() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    public Reply call(Call call) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(call.signed(server, key));
        return Reply.read(response.statusCode(), response.body());
    }

    /**
     * A result's file.
     *
     * @throws IOException if it is not there
     */
    public byte[] fetch(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(URI.create(address));
        if (response.statusCode() != 200) {
            throw new IOException("a result was answered with " + response.statusCode());
        }
        return response.body();
    }

    private HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
    }
}
