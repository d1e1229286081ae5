/** The listener and its routes. Nothing else knows HTTP. */
@NullMarked
package io.imageseg.server.http;

import org.jspecify.annotations.NullMarked;
