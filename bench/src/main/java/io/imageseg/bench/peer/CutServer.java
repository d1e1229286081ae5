package io.imageseg.bench.peer;

import io.imageseg.bench.photo.Photo;
import io.imageseg.bench.process.Child;
import java.io.IOException;

/** A server that cuts subjects out of photos, in a process of its own; the same to measure whoever made it. */
interface CutServer {
    /** What it is and of which version. */
    String description();

    /** Starts it; it still loads. */
    Running start() throws IOException;

    /** One that was started. For any number of threads. */
    interface Running extends AutoCloseable {
        /**
         * A photo's subject as PNG, as its clients ask for it.
         *
         * @throws IOException if it does not answer, or with anything else
         */
        byte[] cut(Photo photo) throws IOException, InterruptedException;

        Child child();

        @Override
        void close();
    }
}
