package io.imageseg.own;

import io.imageseg.model.Tensor;
import io.imageseg.own.ThingFormat.Kind;
import io.imageseg.own.ThingFormat.OutputRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which output of a network holds what.
 *
 * @param all the names of the outputs that are read
 * @param roles as the user names them, else as their names tell; empty to tell by their shapes
 */
record OutputNames(List<String> all, Map<OutputRole, String> roles) {
    private static final Set<OutputRole> OF_PROTOTYPES = EnumSet.of(OutputRole.BOXES, OutputRole.MASKS);
    private static final Map<OutputRole, List<String>> USUAL = Map.of(
            OutputRole.BOXES, List.of("box"),
            OutputRole.SCORES, List.of("score", "conf"),
            OutputRole.LABELS, List.of("label", "class"),
            OutputRole.MASKS, List.of("mask"));

    /** @throws IllegalArgumentException if an output that is named is not there, or not enough are named */
    static OutputNames of(ThingFormat format, List<String> outputs) {
        Map<OutputRole, String> named = format.outputs();
        for (String name : named.values()) {
            if (!outputs.contains(name)) {
                throw new IllegalArgumentException("it has no output %s; its outputs are %s".formatted(name, outputs));
            }
        }
        if (format.kind() == Kind.SEMANTIC) {
            return new OutputNames(List.of(named.getOrDefault(OutputRole.MASKS, outputs.getFirst())), Map.of());
        }
        if (!named.isEmpty()) {
            Set<OutputRole> given = named.keySet();
            if (!given.equals(OF_PROTOTYPES) && !given.equals(EnumSet.allOf(OutputRole.class))) {
                throw new IllegalArgumentException(
                        "outputs names %s; it must name boxes, scores, labels and masks, or boxes and masks alone"
                                .formatted(named));
            }
            return new OutputNames(List.copyOf(named.values()), named);
        }
        return new OutputNames(outputs, usual(outputs));
    }

    private static Map<OutputRole, String> usual(List<String> outputs) {
        Map<OutputRole, String> found = new EnumMap<>(OutputRole.class);
        USUAL.forEach((role, parts) -> {
            List<String> fitting = outputs.stream()
                    .filter(output -> parts.stream().anyMatch(output.toLowerCase(Locale.ROOT)::contains))
                    .toList();
            if (fitting.size() == 1) {
                found.put(role, fitting.getFirst());
            }
        });
        return found.size() == OutputRole.values().length ? found : Map.of();
    }

    /** @throws IllegalArgumentException if the outputs are not of shapes that the format allows */
    ThingReader reader(Map<String, Tensor> outputs, ThingFormat format, int width, int height) {
        if (format.kind() == Kind.SEMANTIC) {
            return SemanticOutput.of(Objects.requireNonNull(outputs.get(all.getFirst())), format, width, height);
        }
        if (roles.size() == OutputRole.values().length) {
            Map<OutputRole, Tensor> held = new EnumMap<>(OutputRole.class);
            roles.forEach((role, name) -> held.put(role, Objects.requireNonNull(outputs.get(name))));
            return InstanceOutputs.of(held, format, width, height);
        }
        Optional<Tensor> boxes = only(outputs, OutputRole.BOXES, 3);
        Optional<Tensor> masks = only(outputs, OutputRole.MASKS, 4);
        if (boxes.isPresent() && masks.isPresent()) {
            return PrototypeOutputs.of(boxes.get(), masks.get(), format, width, height);
        }
        throw new IllegalArgumentException(("its outputs are %s; they must be boxes [N,4], scores [N], labels [N] and "
                        + "masks [N,1,height,width] or [1,N,height,width], told by their names or by outputs, or boxes "
                        + "[1,4+classes+M,A] and prototypes [1,M,height,width]")
                .formatted(shapes(outputs)));
    }

    /** The output of a role, or the only one of so many dimensions. */
    private Optional<Tensor> only(Map<String, Tensor> outputs, OutputRole role, int dimensions) {
        List<Tensor> fitting = new ArrayList<>();
        outputs.forEach((name, tensor) -> {
            if (roles.isEmpty() ? tensor.shape().length == dimensions : name.equals(roles.get(role))) {
                fitting.add(tensor);
            }
        });
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private String shapes(Map<String, Tensor> outputs) {
        return all.stream()
                .map(name -> name + " "
                        + Arrays.toString(
                                Objects.requireNonNull(outputs.get(name)).shape()))
                .collect(Collectors.joining(", "));
    }
}
