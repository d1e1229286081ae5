/** Who calls: signatures, keys and what they may do, nonces, rates. */
@NullMarked
package io.imageseg.server.auth;

import org.jspecify.annotations.NullMarked;
