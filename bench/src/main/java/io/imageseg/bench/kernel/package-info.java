/** What the library does to a picture beside networks, each step alone, under JMH. */
@NullMarked
package io.imageseg.bench.kernel;

import org.jspecify.annotations.NullMarked;
