/** Where the time of one call goes. */
@NullMarked
package io.imageseg.bench.stage;

import org.jspecify.annotations.NullMarked;
