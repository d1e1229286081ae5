/** The service as a whole: its settings, and the one place where its parts are put together. */
@NullMarked
package io.imageseg.server;

import org.jspecify.annotations.NullMarked;
