package io.imageseg.server.api;

/**
 * What people read of an operation before they call it.
 *
 * @param title a few words, without a full stop
 * @param summary a sentence or two
 */
public record About(Family family, Texts title, Texts summary) {
    /** What an operation is about. */
    public enum Family {
        /** Whatever a picture is of. */
        SUBJECTS,
        PEOPLE,
        THINGS,
        MASKS,
        /** Asynchronous calls. */
        JOBS,
        /** Files that callers send. */
        FILES
    }
}
