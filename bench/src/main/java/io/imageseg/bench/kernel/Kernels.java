package io.imageseg.bench.kernel;

import io.imageseg.bench.figure.Table;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this room and of rooms that are measured from within. */
public final class Kernels {
    private static final int WARM_UPS = 3;

    private Kernels() {}

    /**
     * Each in a process of its own, one thread.
     *
     * @param pattern a regular expression that their names hold
     * @param seconds of measuring each, at least 2
     * @return a table of what each took
     * @throws RunnerException if no name fits, or one fails
     */
    public static String run(String pattern, int seconds) throws RunnerException {
        return table(new Runner(new OptionsBuilder()
                        .include(pattern)
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.MILLISECONDS)
                        .forks(1)
                        .warmupIterations(WARM_UPS)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run());
    }

    private static String table(Collection<RunResult> results) {
        Table table = new Table(List.of("kernel", "mean ms", "least", "most"));
        for (RunResult run : results) {
            Result<?> result = run.getPrimaryResult();
            table.add(List.of(
                    run.getParams().getBenchmark().replaceFirst(".*\\.", ""),
                    "%.2f".formatted(result.getScore()),
                    "%.2f".formatted(result.getStatistics().getMin()),
                    "%.2f".formatted(result.getStatistics().getMax())));
        }
        return table.toString();
    }
}
