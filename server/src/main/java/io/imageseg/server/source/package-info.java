/** Where images come from: what may be fetched, the fetcher, and later the server's own uploads. */
@NullMarked
package io.imageseg.server.source;

import org.jspecify.annotations.NullMarked;
