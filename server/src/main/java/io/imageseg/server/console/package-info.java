/** The console: a page that tries every action and operates the server. Knows no HTTP library. */
@NullMarked
package io.imageseg.server.console;

import org.jspecify.annotations.NullMarked;
