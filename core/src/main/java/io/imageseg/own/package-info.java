/** Networks of the user's own: what they may look like, what they see, what they tell. */
@NullMarked
package io.imageseg.own;

import org.jspecify.annotations.NullMarked;
