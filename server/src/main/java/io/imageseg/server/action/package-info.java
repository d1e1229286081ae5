/** The actions of the API, a class each: parameters, limits, and the shape of the answer. */
@NullMarked
package io.imageseg.server.action;

import org.jspecify.annotations.NullMarked;
