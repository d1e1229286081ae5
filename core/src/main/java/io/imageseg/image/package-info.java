/** Pictures, mattes and boxes: reading files with limits, writing PNG, geometry. Knows no network. */
@NullMarked
package io.imageseg.image;

import org.jspecify.annotations.NullMarked;
