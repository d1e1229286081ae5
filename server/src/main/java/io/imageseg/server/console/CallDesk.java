package io.imageseg.server.console;

import io.imageseg.server.api.ApiRequest;
import io.imageseg.server.api.Body;
import io.imageseg.server.api.Operation;
import io.imageseg.server.api.Service;
import io.imageseg.server.api.Watched;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls of visitors, which go the way of every call but for the signature. */
public final class CallDesk {
    private static final int LONGEST_SHOWN = 2048;

    private final Service service;
    private final Map<String, String> versions;

    public CallDesk(Service service, List<? extends Operation> operations) {
        this.service = service;
        versions = operations.stream()
                .collect(Collectors.toMap(
                        Operation::name, operation -> operation.versions().getFirst()));
    }

    /** What is to be called. */
    public record Order(String action, Map<String, String> parameters) {
        public Order {
            action = Objects.requireNonNullElse(action, "");
            parameters = new LinkedHashMap<>(Objects.requireNonNullElse(parameters, Map.of()));
            parameters.values().removeIf(Objects::isNull);
        }
    }

    /** A line that tells which stage has begun. */
    public record Begun(String stage) {}

    /**
     * The last line.
     *
     * @param request the call as it could have been sent, without what belongs to the signature
     * @param json the answer
     * @param xml the same in XML
     * @param retryAfter the seconds after which the same call may succeed, where that is known
     */
    public record Ended(
            int status,
            String requestId,
            String request,
            String json,
            String xml,
            @Nullable Long retryAfter,
            long milliseconds,
            List<StageTime> stages) {}

    /** How long a stage took. */
    public record StageTime(String name, long milliseconds) {}

    /**
     * Makes a call.
     *
     * @param origin where the visitor reaches the server
     * @param connected whether the visitor is still there
     * @param lines takes each line when it is there, on the thread that calls
     */
    public void call(Visitor visitor, Order order, String origin, BooleanSupplier connected, Consumer<Object> lines) {
        String form = form(order, Integer.MAX_VALUE);
        Watched watched = watch(visitor, form, origin, connected, stage -> lines.accept(new Begun(stage)));
        lines.accept(new Ended(
                watched.json().status(),
                watched.id(),
                "POST /\n\n" + form(order, LONGEST_SHOWN),
                new String(watched.json().body(), StandardCharsets.UTF_8),
                new String(watched.xml().body(), StandardCharsets.UTF_8),
                watched.json().retryAfter().map(Duration::toSeconds).orElse(null),
                watched.took().toMillis(),
                watched.stages().entrySet().stream()
                        .map(stage ->
                                new StageTime(stage.getKey(), stage.getValue().toMillis()))
                        .toList()));
    }

    Watched watch(Visitor visitor, Order order, String origin) {
        return watch(visitor, form(order, Integer.MAX_VALUE), origin, () -> true, _ -> {});
    }

    private Watched watch(
            Visitor visitor, String form, String origin, BooleanSupplier connected, Consumer<String> begun) {
        Body body = new Body(form.getBytes(StandardCharsets.UTF_8), true);
        ApiRequest request = new ApiRequest("POST", "/", "", Map.of(), body, origin, connected);
        return service.watch(request, visitor.key().caller(), begun);
    }

    /** As a form; longer values are cut off. */
    private String form(Order order, int longest) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Action", order.action());
        String version = versions.get(order.action());
        if (version != null) {
            parameters.put("Version", version);
        }
        parameters.putAll(order.parameters());
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(shown(parameter.getValue(), longest)))
                .collect(Collectors.joining("&"));
    }

    private static String shown(String value, int longest) {
        return value.length() <= longest ? value : value.substring(0, longest) + "…";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
