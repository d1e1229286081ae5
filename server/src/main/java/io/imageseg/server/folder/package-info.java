/** Files that live for a while and appear whole or not at all. Uses no other room. */
@NullMarked
package io.imageseg.server.folder;

import org.jspecify.annotations.NullMarked;
