/** The capabilities, a class each: a picture in, a cutout out. */
@NullMarked
package io.imageseg.segment;

import org.jspecify.annotations.NullMarked;
