/** The one database: opening it and bringing its tables up to date. */
@NullMarked
package io.imageseg.server.database;

import org.jspecify.annotations.NullMarked;
