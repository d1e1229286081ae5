package io.imageseg.server.api;

/** One action of the API that works on images: it knows its parameters, its limits and the shape of its answer. */
public non-sealed interface Action extends Operation {
    /**
     * Reads and checks the parameters; fetches nothing.
     *
     * @throws ApiException if anything about them is not as the action needs it
     */
    Order order(Parameters parameters);

    /** The largest file it takes, in bytes. */
    long maxBytes();

    /** What is to be done, of parameters that are right. */
    @FunctionalInterface
    interface Order {
        /**
         * Gets the images.
         *
         * @throws ApiException if one of them cannot be had or is outside the action's limits
         */
        Inputs fetch(ApiCall call, Images images);
    }

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
