package io.imageseg.onnx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A message of an ONNX file, read and written in the wire format of protocol buffers by the field numbers of onnx.proto3,
 * so that fields which are not known stay as they are. Contents are slices of what was read: weights are not copied.
 */
public record OnnxMessage(List<OnnxField> fields) {
    public OnnxMessage {
        fields = List.copyOf(fields);
    }

    public static OnnxMessage of(OnnxField... fields) {
        return new OnnxMessage(List.of(fields));
    }

    /**
     * Maps a file.
     *
     * @param arena holds the file mapped, and with it all contents
     * @throws IllegalArgumentException if it is no message
     */
    public static OnnxMessage read(Path file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        }
    }

    /** @throws IllegalArgumentException if it is no message */
    public static OnnxMessage read(MemorySegment bytes) {
        try {
            WireReader reader = new WireReader(bytes);
            List<OnnxField> fields = new ArrayList<>();
            while (reader.hasMore()) {
                fields.add(reader.field());
            }
            return new OnnxMessage(fields);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("it is not an ONNX file", e);
        }
    }

    public void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (MemorySegment part : parts()) {
                var left = part.asByteBuffer();
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            }
        }
    }

    /** The whole as bytes, in parts that follow each other. */
    List<MemorySegment> parts() {
        return fields.stream().flatMap(field -> field.parts().stream()).toList();
    }

    private Stream<OnnxField> numbered(int number) {
        return fields.stream().filter(field -> field.number() == number);
    }

    /** @throws IllegalArgumentException if a field of that number is no message */
    public List<OnnxMessage> messages(int number) {
        return numbered(number).map(field -> read(field.bytes())).toList();
    }

    public List<String> texts(int number) {
        return numbered(number).map(OnnxField::text).toList();
    }

    /** Empty if there is none. */
    public String text(int number) {
        return String.join("", texts(number));
    }

    /** Whole numbers, one after the other or packed. */
    public List<Long> values(int number) {
        return numbered(number).flatMap(field -> field.values().stream()).toList();
    }

    public List<MemorySegment> bytes(int number) {
        return numbered(number).map(OnnxField::bytes).toList();
    }

    /** With these in the place of all that have the number; fields stand in the order of their numbers then. */
    public OnnxMessage with(int number, List<OnnxField> others) {
        return new OnnxMessage(Stream.concat(fields.stream().filter(field -> field.number() != number), others.stream())
                .sorted(Comparator.comparingInt(OnnxField::number))
                .toList());
    }

    public OnnxMessage with(OnnxField only) {
        return with(only.number(), List.of(only));
    }

    /** With every message of that number changed. */
    public OnnxMessage map(int number, UnaryOperator<OnnxMessage> change) {
        return new OnnxMessage(fields.stream()
                .map(field ->
                        field.number() == number ? OnnxField.of(number, change.apply(read(field.bytes()))) : field)
                .toList());
    }
}
