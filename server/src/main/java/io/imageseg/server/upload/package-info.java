/** Files that callers send: the leave to send one, the form that brings it, the folder where it waits. */
@NullMarked
package io.imageseg.server.upload;

import org.jspecify.annotations.NullMarked;
