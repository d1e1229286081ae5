package io.imageseg.own;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a network's classes, counted from 0, mean; those that are not named are nothing that is looked for. */
public record ThingClasses(Map<Integer, ThingName> names) {
    private static final Pattern ENTRY = Pattern.compile("\\s*([a-z]+)\\s*=\\s*(\\d{1,6})\\s*");

    public ThingClasses {
        names = Map.copyOf(names);
    }

    /**
     * Reads entries such as {@code car=2}; a name may stand for several classes.
     *
     * @throws IllegalArgumentException if there is none, one is not of that form, a name is not known or a number stands
     *     for two names
     */
    public static ThingClasses parse(List<String> entries) {
        Map<Integer, ThingName> names = new TreeMap<>();
        for (String entry : entries) {
            Matcher parts = ENTRY.matcher(entry);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "classes has %s; each is name=number, such as car=2, counted from 0".formatted(entry));
            }
            ThingName name = ThingName.of(parts.group(1))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "classes has the name %s; allowed are %s".formatted(parts.group(1), ThingName.labels())));
            ThingName before = names.putIfAbsent(Integer.valueOf(parts.group(2)), name);
            if (before != null && before != name) {
                throw new IllegalArgumentException("classes has %s=%s and %s=%s; a number has one name"
                        .formatted(before.label(), parts.group(2), name.label(), parts.group(2)));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("classes is empty; it says which class is what, such as car=2,chair=56");
        }
        return new ThingClasses(names);
    }

    /** What a class is, if it is of a group. */
    Optional<ThingName> of(int number, ThingName.Group group) {
        return Optional.ofNullable(names.get(number)).filter(name -> name.group() == group);
    }

    /** Whether any class is of a group. */
    public boolean has(ThingName.Group group) {
        return names.values().stream().anyMatch(name -> name.group() == group);
    }

    /** @throws IllegalArgumentException if a number is not below {@code count} */
    void requireBelow(int count, String found) {
        names.forEach((number, name) -> {
            if (number >= count) {
                throw new IllegalArgumentException("%s, so its classes are 0 to %d, but classes has %s=%d"
                        .formatted(found, count - 1, name.label(), number));
            }
        });
    }
}
