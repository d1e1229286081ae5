package io.imageseg.bench.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the access log.
 *
 * @param stages milliseconds by stage, in the order of the line
 */
record AccessLine(String requestId, Map<String, Double> stages) {
    private static final Pattern STAGE = Pattern.compile(" ([a-z]+)=(\\d+)(?= |$)");

    /** Numbers of the line that are no stages. */
    private static final String OTHERS = "status|bytes|ms";

    static AccessLine parse(String line) {
        Map<String, Double> stages = new LinkedHashMap<>();
        Matcher stage = STAGE.matcher(line);
        while (stage.find()) {
            if (!stage.group(1).matches(OTHERS)) {
                stages.put(stage.group(1), Double.valueOf(stage.group(2)));
            }
        }
        return new AccessLine(line.replaceFirst(" .*", ""), stages);
    }
}
