/** Measures the service: one class for each command. */
@NullMarked
package io.imageseg.bench;

import org.jspecify.annotations.NullMarked;
