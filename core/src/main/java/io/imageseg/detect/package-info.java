/** Finds faces, landmarks and objects: pixels in, records in the source's pixels out. */
@NullMarked
package io.imageseg.detect;

import org.jspecify.annotations.NullMarked;
