package io.imageseg.server.auth;

import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.AccessKey.OldSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads keys from rows of the table {@code access_key}. */
record KeyRows(ServerKey serverKey) implements RowMapper<AccessKey> {
    @Override
    public AccessKey map(ResultSet row, StatementContext context) throws SQLException {
        String id = row.getString("id");
        return new AccessKey(
                id,
                Optional.ofNullable(row.getString("name")).orElse(""),
                serverKey.decrypt(row.getBytes("secret"), id),
                old(row, id),
                row.getBoolean("enabled"),
                row.getBoolean("operator"),
                limits(row),
                instant(row, "created_at"));
    }

    private Optional<OldSecret> old(ResultSet row, String id) throws SQLException {
        byte[] sealed = row.getBytes("old_secret");
        return sealed == null
                ? Optional.empty()
                : Optional.of(new OldSecret(serverKey.decrypt(sealed, id), instant(row, "old_secret_until")));
    }

    private static KeyLimits limits(ResultSet row) throws SQLException {
        int perMinute = row.getInt("per_minute");
        return new KeyLimits(
                Optional.ofNullable(row.getString("actions")).map(names -> Set.of(names.split(","))),
                perMinute == 0 ? OptionalInt.empty() : OptionalInt.of(perMinute));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
