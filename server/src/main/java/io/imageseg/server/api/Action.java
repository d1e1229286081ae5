package io.imageseg.server.api;

/** One action of the API: it knows its parameters, its limits and the shape of its answer. */
public interface Action {
    /** As callers write it, such as {@code SegmentCommodity}. */
    String name();

    /**
     * Reads and checks the parameters and gets the images.
     *
     * @throws ApiException if anything about them is not as the action needs it
     */
    Inputs read(ApiCall call, Images images);

    /** What an action works on, ready in memory. */
    interface Inputs extends AutoCloseable {
        /**
         * The work itself, run alone on the machine.
         *
         * @throws ApiException InvalidImage.Content if what is looked for is not there
         */
        Outcome cut();

        @Override
        void close();
    }

    /** What came out, still in memory. */
    interface Outcome extends AutoCloseable {
        /** Stores the pictures and gives the Data of the answer: records whose names are the answer's. */
        Object store(Results results, String origin);

        @Override
        void close();
    }
}
