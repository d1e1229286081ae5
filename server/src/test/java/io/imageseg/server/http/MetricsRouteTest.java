package io.imageseg.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class MetricsRouteTest {
    @Test
    void whoIsNoReaderIsToldItsAddressAndTheSetting() throws Exception {
        HttpResponse<String> answer = answer(_ -> false);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("127.0.0.1", "imageseg.metrics.from").doesNotContain("figures");
    }

    @Test
    void readersAreKnownByTheAddressTheirConnectionComesFrom() throws Exception {
        HttpResponse<String> answer = answer(InetAddress.ofLiteral("127.0.0.1")::equals);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("figures 1\n");
    }

    private static HttpResponse<String> answer(Predicate<InetAddress> readers) throws Exception {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/metrics", new MetricsRoute(() -> "figures 1\n", readers));
        });
        try (HttpClient client = HttpClient.newHttpClient()) {
            int port = server.start("127.0.0.1", 0).port();
            URI address = URI.create("http://127.0.0.1:%d/metrics".formatted(port));
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } finally {
            server.stop();
        }
    }
}
