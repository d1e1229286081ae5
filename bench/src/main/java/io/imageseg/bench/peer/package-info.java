/** The service beside another server for the same task, on the same weights. */
@NullMarked
package io.imageseg.bench.peer;

import org.jspecify.annotations.NullMarked;
