/** Set-up: fetching networks from package registries, checking them and converting them for serving. */
@NullMarked
package io.imageseg.cli.setup;

import org.jspecify.annotations.NullMarked;
