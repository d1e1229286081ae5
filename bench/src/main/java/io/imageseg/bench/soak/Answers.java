package io.imageseg.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What the calls were answered. The same call is to be answered in the same way each time, and never by a fault. */
final class Answers {
    private final Map<SoakCall, String> first = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> wrong = new ConcurrentSkipListMap<>();

    void add(SoakCall call, String answer) {
        counts.merge(answer, 1, Integer::sum);
        String before = first.putIfAbsent(call, answer);
        if (isFault(answer)) {
            wrong.merge(answer, 1, Integer::sum);
        } else if (before != null && !before.equals(answer)) {
            wrong.merge("%s, which was %s before".formatted(answer, before), 1, Integer::sum);
        }
    }

    private static boolean isFault(String answer) {
        return answer.startsWith("InternalError")
                || answer.equals("ServiceUnavailable")
                || answer.equals("Timeout")
                || answer.equals("TIMEOUT_FAILED")
                || answer.equals("LIMIT_RETRY_FAILED");
    }

    /** How often each answer came. */
    Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** Nothing where all was well. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        wrong.forEach((answer, times) -> complaints.add("%d calls were answered %s".formatted(times, answer)));
        return complaints;
    }
}
