/** Photos in the sizes and formats that are asked for. */
@NullMarked
package io.imageseg.bench.photo;

import org.jspecify.annotations.NullMarked;
