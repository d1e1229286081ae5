/** The client's side of the API: signed calls, their answers, and a web server for the photos. */
@NullMarked
package io.imageseg.bench.call;

import org.jspecify.annotations.NullMarked;
