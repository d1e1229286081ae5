/** Servers in processes of their own, and what the system says of them. */
@NullMarked
package io.imageseg.bench.process;

import org.jspecify.annotations.NullMarked;
