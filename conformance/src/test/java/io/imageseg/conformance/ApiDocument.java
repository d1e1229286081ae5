package io.imageseg.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code docs/api.md} says about calling.
 *
 * @param programs by their names, in the order of the document; those named in {@code addresses} call any action
 * @param actions by their names, in the order of the document
 * @param addresses what a client prints of an answer, by {@link Data}
 */
record ApiDocument(
        Map<String, Source> programs, Map<String, ActionSection> actions, Map<String, List<String>> addresses) {
    private static final Pattern PROGRAM =
            Pattern.compile("(?ms)^\\*\\*(.+?)\\*\\*[^\\n]*\\n\\n```(\\w+)\\n(.*?)^```$");
    private static final Pattern ACTION = Pattern.compile("(?ms)^### (\\w+)\\n(.*?)(?=^#)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| (.+) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Kinds of Data, in the order of the columns of the table that says what to print of them. */
    enum Data {
        PICTURE,
        ELEMENTS,
        JOB
    }

    /**
     * What is said of an action.
     *
     * @param calls the lines of each client's call
     */
    record ActionSection(Data data, Map<String, List<String>> calls) {}

    /**
     * A program.
     *
     * @param language as the document marks it, which is also the ending of its files
     */
    record Source(String language, String text) {}

    static ApiDocument read() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "api.md"));
        Map<String, Source> programs = new LinkedHashMap<>();
        PROGRAM.matcher(text)
                .results()
                .forEach(found -> programs.put(found.group(1), new Source(found.group(2), found.group(3))));
        Map<String, ActionSection> actions = new LinkedHashMap<>();
        ACTION.matcher(text).results().forEach(found -> actions.put(found.group(1), section(found.group(2))));
        return new ApiDocument(programs, actions, table(text, "| client | `ImageURL` |"));
    }

    private static ActionSection section(String text) {
        MatchResult data = Pattern.compile("\\| Data \\| (.*) \\|")
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow();
        Data kind = data.group(1).contains("`Elements`")
                ? Data.ELEMENTS
                : data.group(1).contains("`Result`") ? Data.JOB : Data.PICTURE;
        return new ActionSection(kind, table(text, "| client | its call |"));
    }

    /** The pieces of code in each row, by its first cell. */
    private static Map<String, List<String>> table(String text, String head) {
        int start = text.indexOf(head);
        assertThat(start).as(head).isNotNegative();
        int end = text.indexOf("\n\n", start);
        Map<String, List<String>> rows = new LinkedHashMap<>();
        ROW.matcher(text.substring(start, end < 0 ? text.length() : end))
                .results()
                .skip(1)
                .forEach(row -> rows.put(row.group(1), codes(row.group(2))));
        return rows;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    /** The actions that a client's table rows call, in the order of the document. */
    List<String> actionsOf(String client) {
        return actions.keySet().stream()
                .filter(action -> actions.get(action).calls().containsKey(client))
                .toList();
    }

    /** The names of the programs in a language. */
    List<String> programsIn(String language) {
        return programs.keySet().stream()
                .filter(name -> programs.get(name).language().equals(language))
                .toList();
    }

    /**
     * A client's program with all its calls in place of its one, in their order; takes the addresses of a photo and of
     * a mask, and a JobId.
     */
    String programOfAllCalls(String client) {
        String program = programs.get(client).text();
        boolean inBlocks = !programs.get(client).language().equals("python");
        int[] call = call(client, program);
        String print = addresses.get(client).stream()
                .filter(program::contains)
                .findFirst()
                .orElseThrow();
        int end = program.indexOf('\n', program.indexOf(print)) + 1;
        int start = program.lastIndexOf('\n', call[0]) + 1;
        String template = program.substring(start, call[0]) + "\0" + program.substring(call[1], end);
        List<String> calls = new ArrayList<>();
        for (String action : actionsOf(client)) {
            ActionSection section = actions.get(action);
            String printed = addresses.get(client).get(section.data().ordinal());
            String made = template.replace(
                            "\0", String.join("\n", section.calls().get(client)))
                    .replace(print, printed);
            calls.add(inBlocks ? "{\n" + made + "}\n" : made);
        }
        return withArguments(program.substring(0, start)) + String.join("", calls) + program.substring(end);
    }

    /** Where one of the tables' calls stands in the program. */
    private int[] call(String client, String program) {
        for (ActionSection section : actions.values()) {
            List<String> lines = section.calls().getOrDefault(client, List.of("\0"));
            Matcher call = Pattern.compile(String.join(
                            "\\s+", lines.stream().map(Pattern::quote).toList()))
                    .matcher(program);
            if (call.find()) {
                return new int[] {call.start(), call.end()};
            }
        }
        throw new AssertionError("The program of %s has none of its tables' calls".formatted(client));
    }

    /** What is {@code mask} or {@code job} in a call is got like {@code url}. */
    private static String withArguments(String head) {
        Matcher url = Pattern.compile("(?m)^.*\\burl = .*\\[(\\d)].*\\n").matcher(head);
        assertThat(url.find()).as(head).isTrue();
        int index = Integer.parseInt(url.group(1));
        return head + next(url.group(), "mask", index, 1) + next(url.group(), "job", index, 2);
    }

    private static String next(String line, String name, int index, int further) {
        return line.replace("url =", name + " =").replace("[" + index + "]", "[" + (index + further) + "]");
    }
}
