package io.imageseg.bench.soak;

import io.imageseg.bench.call.Key;
import io.imageseg.bench.call.PhotoHost;
import io.imageseg.bench.figure.Load;
import io.imageseg.bench.photo.Photos;
import io.imageseg.bench.process.Imageseg;
import io.imageseg.bench.process.Installation;
import io.imageseg.bench.process.ProcFolder;
import io.imageseg.bench.process.TemporaryFolder;
import io.imageseg.model.EngineChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls a server again and again, in every way, and watches what it takes.
 *
 * @param requests how many calls; what a job's end is asked for with does not count
 */
public record SoakBench(EngineChoice.Kind engine, Photos photos, int requests, PrintStream out) {
    private static final int CLIENTS = 4;
    private static final int MOST_BETWEEN_READINGS = 50;
    private static final int LEAST_READINGS = 20;

    /** Whether the server kept its size and answered as it should. */
    public boolean run() throws IOException, InterruptedException {
        Installation installation = Installation.ofThis();
        try (PhotoHost host = new PhotoHost();
                TemporaryFolder data = TemporaryFolder.make();
                Imageseg server = Imageseg.start(installation, engine, data.path(), Key.in(data.path()), List.of())) {
            server.awaitReady();
            out.println(ProcFolder.OF_SYSTEM.processor());
            out.println(Imageseg.engine(installation));
            Answers answers = new Answers();
            Readings readings = call(server, SoakDeck.of(photos, host, server.client()), answers);
            return judge(readings, answers);
        }
    }

    /** How many requests lie between two readings. */
    static int interval(int requests) {
        return Math.clamp(requests / LEAST_READINGS, 1, MOST_BETWEEN_READINGS);
    }

    private Readings call(Imageseg server, SoakDeck deck, Answers answers) throws IOException, InterruptedException {
        List<Reading> readings = new ArrayList<>();
        out.println(Reading.HEAD);
        for (int done = 0; done < requests; ) {
            int begin = done;
            int batch = Math.min(interval(requests), requests - done);
            Load _ = Load.of(batch, CLIENTS, turn -> {
                SoakCall call = deck.at(begin + turn);
                answers.add(call, call.make(server.client()));
            });
            done += batch;
            Reading reading = new Reading(done, server.child().footprint());
            readings.add(reading);
            out.println(reading);
        }
        return new Readings(readings);
    }

    private boolean judge(Readings readings, Answers answers) {
        answers.counts().forEach((answer, times) -> out.printf("%6d × %s%n", times, answer));
        out.printf(
                "resident memory since request %d: %+.1f %%%n", readings.base().requests(), readings.growth() * 100);
        List<String> complaints = Stream.concat(readings.complaints().stream(), answers.complaints().stream())
                .toList();
        complaints.forEach(out::println);
        out.println(complaints.isEmpty() ? "kept its size" : "did not keep its size or its answers");
        return complaints.isEmpty();
    }
}
