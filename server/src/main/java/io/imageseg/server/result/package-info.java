/** Results in a folder behind signed addresses, for as long as they live. */
@NullMarked
package io.imageseg.server.result;

import org.jspecify.annotations.NullMarked;
