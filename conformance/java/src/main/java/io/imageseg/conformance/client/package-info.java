/** The published Java client libraries, told by lines of JSON what to call. */
@NullMarked
package io.imageseg.conformance.client;

import org.jspecify.annotations.NullMarked;
