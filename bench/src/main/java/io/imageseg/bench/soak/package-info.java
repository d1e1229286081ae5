/** Whether a server still takes as little after a thousand calls. */
@NullMarked
package io.imageseg.bench.soak;

import org.jspecify.annotations.NullMarked;
