/** What keys are used for, counted. */
@NullMarked
package io.imageseg.server.usage;

import org.jspecify.annotations.NullMarked;
