package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code GET /metrics} shows.
 *
 * @param series values by name and labels, such as {@code imageseg_calls_total{action="-",code="OK"}}
 */
record Metrics(Map<String, Double> series) {
    static Metrics of(TestServer server) throws IOException, InterruptedException {
        Reply reply = Reply.toGet(server.address() + "metrics");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        Map<String, Double> series = new TreeMap<>();
        reply.text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            series.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
        });
        return new Metrics(series);
    }

    /** 0 if there is no such series. */
    double value(String name) {
        return series.getOrDefault(name, 0.0);
    }

    /** The names, with what the text format appends for timers and summaries taken off. */
    Set<String> names() {
        return series.keySet().stream()
                .map(one -> one.replaceAll("\\{.*", "").replaceAll("_(bucket|count|sum|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of all series of a name, the values that a label has. */
    Set<String> labels(String name, String label) {
        return series.keySet().stream()
                .filter(one -> one.startsWith(name + "{"))
                .map(one -> one.replaceAll(".*[{,]" + label + "=\"([^\"]*)\".*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
