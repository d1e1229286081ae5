/** Contact sheets: pictures of results, to be looked at. */
@NullMarked
package io.imageseg.cli.sheet;

import org.jspecify.annotations.NullMarked;
