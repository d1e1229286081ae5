package io.imageseg.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The embedded database of a data folder, with its tables brought up to date. Owns the connections. */
public final class Database implements AutoCloseable {
    /** What a call was told is on disk, whatever becomes of the process: nothing is held back to be written together. */
    private static final String OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";

    /** The version of the last migration. */
    private static final String NEWEST = "4";

    private static final String LAST_MIGRATION =
            "select \"version\", \"success\" from \"flyway_schema_history\" order by \"installed_rank\" desc limit 1";

    private final HikariDataSource source;
    private final Jdbi jdbi;

    private Database(HikariDataSource source) {
        this.source = source;
        jdbi = Jdbi.create(source);
    }

    /**
     * Opens the database of a data folder, making both when they are not there.
     *
     * @throws IOException if another process has it open, or it cannot be read
     */
    public static Database open(Path data) throws IOException {
        Files.createDirectories(data);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + data.toAbsolutePath().resolve("imageseg") + OPTIONS);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(1);
        config.setExceptionOverride(new ClosedDatabase());
        try {
            HikariDataSource source = new HikariDataSource(config);
            if (!isUpToDate(source)) {
                Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:io/imageseg/server/database")
                        .load()
                        .migrate();
            }
            return new Database(source);
        } catch (RuntimeException e) {
            String why = isLocked(e)
                    ? "another process has it open; is a server running with this folder?"
                    : String.valueOf(e.getMessage());
            throw new IOException("The database in %s cannot be opened: %s".formatted(data, why), e);
        }
    }

    /** Asked before Flyway is, since to load that takes a part of every start. */
    static boolean isUpToDate(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery(LAST_MIGRATION)) {
            return last.next() && last.getBoolean("success") && NEWEST.equals(last.getString("version"));
        } catch (SQLException _) {
            // It is new, or what is wrong with it will be told by Flyway.
            return false;
        }
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public DataSource source() {
        return source;
    }

    private static boolean isLocked(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (String.valueOf(e.getMessage()).contains("already in use")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        source.close();
    }
}
