package io.imageseg.segment;

import io.imageseg.image.PlacedCutout;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One of several cutouts that are made beside or after each other, or what throws again why it could not be made. Then
 * nobody owns the others; they are closed, but not before all have ended.
 */
record Attempt(Optional<PlacedCutout> cutout, Optional<Runnable> failure) {
    static Attempt at(Supplier<Optional<PlacedCutout>> work) {
        try {
            return new Attempt(work.get(), Optional.empty());
        } catch (RuntimeException | Error e) {
            return new Attempt(Optional.empty(), Optional.of(() -> {
                throw e;
            }));
        }
    }

    /** What came of all of them, in their order; if one failed, closes what the others made and throws its failure. */
    static List<PlacedCutout> all(Collection<Attempt> attempts) {
        List<PlacedCutout> made =
                attempts.stream().map(Attempt::cutout).flatMap(Optional::stream).toList();
        Optional<Runnable> failed = attempts.stream()
                .map(Attempt::failure)
                .flatMap(Optional::stream)
                .findFirst();
        failed.ifPresent(failure -> {
            made.forEach(PlacedCutout::close);
            failure.run();
        });
        return made;
    }
}
