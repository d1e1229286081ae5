/** What is counted and measured, by Micrometer, which no other room knows. */
@NullMarked
package io.imageseg.server.metrics;

import org.jspecify.annotations.NullMarked;
