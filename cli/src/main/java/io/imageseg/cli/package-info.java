/** The command line: one class for each command. */
@NullMarked
package io.imageseg.cli;

import org.jspecify.annotations.NullMarked;
