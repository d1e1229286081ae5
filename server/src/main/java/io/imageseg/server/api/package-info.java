/** The path of a request from call to answer, and the error type that every room uses. Knows no HTTP library. */
@NullMarked
package io.imageseg.server.api;

import org.jspecify.annotations.NullMarked;
