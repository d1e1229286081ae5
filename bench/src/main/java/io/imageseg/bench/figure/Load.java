package io.imageseg.bench.figure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What so many clients did, each beginning its next request when the one before is answered.
 *
 * @param latencies of each request, in milliseconds
 * @param seconds from the first request's beginning to the last one's end
 */
public record Load(List<Double> latencies, double seconds) {
    /** Nothing yet. */
    public static final Load NONE = new Load(List.of(), 0);

    /** One request, from its beginning to the last byte of what it asks for. */
    @FunctionalInterface
    public interface Request {
        /** @param number from 0, over all clients of the load */
        void send(int number) throws IOException, InterruptedException;
    }

    /** Begins requests for so long, and at least one for each client; those under way are waited for. */
    public static Load during(Duration time, int clients, Request request) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        return run(clients, turn -> turn < clients || System.nanoTime() < end, request);
    }

    /** Makes so many requests. */
    public static Load of(int requests, int clients, Request request) throws IOException, InterruptedException {
        return run(clients, turn -> turn < requests, request);
    }

    private static Load run(int clients, Turns.Limit limit, Request request) throws IOException, InterruptedException {
        Turns turns = new Turns(limit);
        long began = System.nanoTime();
        List<Double> latencies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Double>>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> turns.takeAll(request)));
            }
            for (Future<List<Double>> client : running) {
                latencies.addAll(client.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("a request failed: " + e.getCause(), e);
        }
        return new Load(latencies, (System.nanoTime() - began) / 1e9);
    }

    /** Both, one after the other. */
    public Load and(Load next) {
        List<Double> all = new ArrayList<>(latencies);
        all.addAll(next.latencies);
        return new Load(all, seconds + next.seconds);
    }

    /** Requests per minute. */
    public double perMinute() {
        return latencies.size() / seconds * 60;
    }
}
