/** Networks: what they are, where they come from, and running them. Knows no picture. */
@NullMarked
package io.imageseg.model;

import org.jspecify.annotations.NullMarked;
