/** Who calls: signatures, and later keys, nonces and rates. */
@NullMarked
package io.imageseg.server.auth;

import org.jspecify.annotations.NullMarked;
