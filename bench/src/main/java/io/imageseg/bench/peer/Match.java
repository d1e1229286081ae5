package io.imageseg.bench.peer;

import io.imageseg.bench.figure.Load;
import io.imageseg.bench.photo.Photo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Two servers measured in turn, by the same clients with the same photos for the same time. Only one works at a time.
 *
 * @param slice how long one works before the other does
 */
record Match(CutServer ours, CutServer peer, List<Photo> photos, Duration slice) {
    /** How many slices each server has of each load. */
    static final int ROUNDS = 3;

    /** After how many requests of all clients together memory is read. */
    static final int MEMORY_REQUESTS = 50;

    static final int CROWD = 4;

    /** What both scored. */
    record Result(Score ours, Score peer) {}

    /** One of the two and what was measured of it so far. */
    private static final class Side {
        final CutServer.Running server;
        Load alone = Load.NONE;
        Load crowd = Load.NONE;

        Side(CutServer.Running server) {
            this.server = server;
        }
    }

    Result play() throws IOException, InterruptedException {
        List<List<Double>> starts = starts();
        ColdStart start = new ColdStart(photos.getFirst());
        try (CutServer.Running one = ours.start();
                CutServer.Running other = peer.start()) {
            byte[] _ = start.first(one);
            byte[] _ = start.first(other);
            Side first = new Side(one);
            Side second = new Side(other);
            double firstMemory = memory(first);
            double secondMemory = memory(second);
            for (int round = 0; round < ROUNDS; round++) {
                List<Side> order = inTurn(round, first, second);
                for (Side side : order) {
                    side.alone = side.alone.and(Load.during(slice, 1, request(side)));
                }
                for (Side side : order) {
                    side.crowd = side.crowd.and(Load.during(slice, CROWD, request(side)));
                }
            }
            return new Result(
                    new Score(first.alone, first.crowd, firstMemory, starts.getFirst()),
                    new Score(second.alone, second.crowd, secondMemory, starts.getLast()));
        }
    }

    /** Seconds of starts, ours and the peer's; the first of each warms the disk and does not count. */
    private List<List<Double>> starts() throws IOException, InterruptedException {
        ColdStart start = new ColdStart(photos.getFirst());
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        double _ = start.of(ours);
        double _ = start.of(peer);
        for (int round = 0; round < ROUNDS; round++) {
            for (CutServer server : inTurn(round, ours, peer)) {
                (server == ours ? first : second).add(start.of(server));
            }
        }
        return List.of(first, second);
    }

    private static <T> List<T> inTurn(int round, T first, T second) {
        return round % 2 == 0 ? List.of(first, second) : List.of(second, first);
    }

    private double memory(Side side) throws IOException, InterruptedException {
        Load _ = Load.of(MEMORY_REQUESTS, CROWD, request(side));
        return side.server.child().footprint().residentMib();
    }

    private Load.Request request(Side side) {
        return number -> {
            byte[] _ = side.server.cut(photos.get(number % photos.size()));
        };
    }
}
