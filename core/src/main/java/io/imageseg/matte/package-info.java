/** From pixels to alpha and to the colours under it. */
@NullMarked
package io.imageseg.matte;

import org.jspecify.annotations.NullMarked;
