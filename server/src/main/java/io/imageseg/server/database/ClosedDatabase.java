package io.imageseg.server.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Gives up connections to a database that H2 has closed, as it does when its file cannot be written because the disk is
 * full: the next connection opens it again.
 */
final class ClosedDatabase implements SQLExceptionOverride {
    /** H2's codes for a general error, an input or output error, a closed database and one that is closing. */
    private static final Set<Integer> CODES = Set.of(50_000, 90_028, 90_031, 90_098, 90_121);

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return CODES.contains(failure.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
