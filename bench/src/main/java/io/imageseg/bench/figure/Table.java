package io.imageseg.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as text: the first column to the left, all others to the right. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(List<String> head) {
        rows.add(List.copyOf(head));
    }

    /** @throws IllegalArgumentException if there are more or fewer cells than columns */
    public void add(List<String> cells) {
        int columns = rows.getFirst().size();
        if (cells.size() != columns) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.size(), columns));
        }
        rows.add(List.copyOf(cells));
    }

    /** A line for each row. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(cells.get(column), widths[column], column == 0))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean left) {
        String space = " ".repeat(width - cell.length());
        return left ? cell + space : space + cell;
    }
}
