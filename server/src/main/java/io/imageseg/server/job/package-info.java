/** When work is done: one inference at a time or a few, a bounded queue before it. */
@NullMarked
package io.imageseg.server.job;

import org.jspecify.annotations.NullMarked;
