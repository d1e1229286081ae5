/** What a face and a head consist of: contours, the frame of a face, colours, and the masks made of them. */
@NullMarked
package io.imageseg.face;

import org.jspecify.annotations.NullMarked;
