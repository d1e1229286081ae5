package io.imageseg.bench.stage;

import io.imageseg.bench.figure.Samples;
import io.imageseg.bench.figure.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What was measured, a row for each action and size of photo: p50 and p95 of everything. */
final class StageTable {
    private final List<Row> rows = new ArrayList<>();

    private record Row(String action, String size, String answer, List<CallTimes> calls) {
        /** {@code p50/p95}. */
        String cell(String name) {
            List<Double> values = calls.stream()
                    .map(call -> call.byName().get(name))
                    .filter(Objects::nonNull)
                    .toList();
            if (values.isEmpty()) {
                return "-";
            }
            Samples samples = Samples.of(values);
            return "%.0f/%.0f".formatted(samples.median(), samples.percentile(95));
        }

        boolean isAbout(String action, String size) {
            return this.action.equals(action) && this.size.equals(size);
        }
    }

    /** @param answer what all of these were answered */
    void add(String action, String size, String answer, List<CallTimes> calls) {
        rows.add(new Row(action, size, answer, List.copyOf(calls)));
    }

    /** The part of the whole time in which networks ran, 0 to 1. */
    double networksShare(String action, String size) {
        List<CallTimes> calls = rows.stream()
                .filter(row -> row.isAbout(action, size))
                .flatMap(row -> row.calls.stream())
                .toList();
        double whole = calls.stream().mapToDouble(CallTimes::whole).sum();
        return calls.stream().mapToDouble(CallTimes::network).sum() / whole;
    }

    @Override
    public String toString() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> row.calls.forEach(call -> names.addAll(call.byName().keySet())));
        List<String> head = new ArrayList<>(List.of("action", "photo", "answer", "calls"));
        head.addAll(names);
        Table table = new Table(head);
        for (Row row : rows) {
            List<String> cells =
                    new ArrayList<>(List.of(row.action, row.size, row.answer, Integer.toString(row.calls.size())));
            names.forEach(name -> cells.add(row.cell(name)));
            table.add(cells);
        }
        return table.toString();
    }
}
