/** What is measured, and how it is counted and shown: percentiles, loads, tables. */
@NullMarked
package io.imageseg.bench.figure;

import org.jspecify.annotations.NullMarked;
