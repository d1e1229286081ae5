package io.imageseg.server.console;

import io.imageseg.server.api.Shape;
import io.imageseg.server.api.Shape.Member;
import io.imageseg.server.api.Shape.Structure;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an answer has to show.
 *
 * @param elements whether it has a list of things
 * @param boxes whether each of these has its place in the source, in pixels: X, Y, Width, Height
 * @param parts whether each of these is a named part of a face
 */
record ResultShape(List<PicturePath> pictures, boolean elements, boolean boxes, boolean parts) {
    /**
     * Where a picture's address stands.
     *
     * @param path member names joined by dots, with {@code []} behind a list's
     * @param source whether it is the source itself, as it was decoded
     */
    record PicturePath(String path, boolean source) {}

    static ResultShape of(Structure answer) {
        List<String> members = members("", answer).toList();
        return new ResultShape(
                members.stream()
                        .filter(path -> path.endsWith("ImageURL"))
                        .map(path -> new PicturePath(path, path.endsWith("OriginImageURL")))
                        .toList(),
                members.stream().anyMatch(path -> path.startsWith("Data.Elements[]")),
                members.containsAll(List.of(
                        "Data.Elements[].X", "Data.Elements[].Y", "Data.Elements[].Width", "Data.Elements[].Height")),
                members.contains("Data.Elements[].Name"));
    }

    private static Stream<String> members(String prefix, Structure structure) {
        return structure.members().stream().flatMap(member -> members(prefix + member.name(), member));
    }

    private static Stream<String> members(String path, Member member) {
        return switch (member.shape()) {
            case Structure structure -> members(path + ".", structure);
            case Shape.Many many when many.element() instanceof Structure structure -> members(path + "[].", structure);
            default -> Stream.of(path);
        };
    }
}
