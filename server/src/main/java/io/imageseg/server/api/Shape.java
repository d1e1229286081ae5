package io.imageseg.server.api;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of an answer, read from the very records that answers are written from. */
public sealed interface Shape {
    /** An object. */
    record Structure(List<Member> members) implements Shape {}

    /**
     * A member of an object.
     *
     * @param name as it stands in an answer
     * @param always whether every answer has it
     */
    record Member(String name, boolean always, Shape shape) {}

    /** A list. */
    record Many(Shape element) implements Shape {}

    /** A text; if {@code values} has any, one of them. */
    record Text(List<String> values) implements Shape {}

    /** A whole number. */
    record Whole() implements Shape {}

    /** A number. */
    record Real() implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** The members of a record. */
    static Structure of(Class<? extends Record> type) {
        return new Structure(Arrays.stream(type.getRecordComponents())
                .map(component -> new Member(
                        capitalised(component.getName()),
                        !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                        of(component)))
                .toList());
    }

    /** The member Data, which is a record. */
    static Structure ofData(Class<? extends Record> type) {
        return new Structure(List.of(new Member("Data", true, of(type))));
    }

    private static Shape of(RecordComponent component) {
        return of(component.getAnnotatedType(), component.getType());
    }

    private static Shape of(AnnotatedType annotated, Class<?> type) {
        if (type == List.class) {
            AnnotatedType element = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
            return new Many(of(element, (Class<?>) element.getType()));
        }
        if (type.isRecord()) {
            return of(type.asSubclass(Record.class));
        }
        if (type.isEnum()) {
            return new Text(
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        }
        return plain(type);
    }

    private static Shape plain(Class<?> type) {
        if (type == String.class) {
            return new Text(List.of());
        }
        if (type == int.class || type == long.class) {
            return new Whole();
        }
        if (type == double.class) {
            return new Real();
        }
        if (type == boolean.class) {
            return new Flag();
        }
        throw new IllegalArgumentException("answers have no members of the kind of " + type);
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
