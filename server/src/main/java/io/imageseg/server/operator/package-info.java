/** What the operator of a server does with keys, also while the server runs. */
@NullMarked
package io.imageseg.server.operator;

import org.jspecify.annotations.NullMarked;
