package io.imageseg.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    /** As a write to a full disk closes it: at once, under all its connections. */
    @Test
    void aDatabaseThatWasClosedIsOpenedAgain(@TempDir Path data) throws Exception {
        try (Database database = Database.open(data)) {
            assertThat(keys(database)).isZero();
            attempt(() -> database.jdbi().useHandle(handle -> handle.execute("shutdown immediately")));
            int failed = 0;
            while (!attempt(() -> keys(database))) {
                assertThat(++failed).as("attempts").isLessThan(10);
            }
            assertThat(keys(database)).isZero();
        }
    }

    @Test
    void aDatabaseIsUpToDateOnceItIsMadeAndNotWhenAMigrationIsMissing(@TempDir Path data) throws Exception {
        try (Database database = Database.open(data)) {
            assertThat(Database.isUpToDate(database.source())).isTrue();
            List<String> newest = List.of(
                    "update \"flyway_schema_history\" set \"success\" = false where \"installed_rank\" ="
                            + " (select max(\"installed_rank\") from \"flyway_schema_history\")",
                    "delete from \"flyway_schema_history\" where not \"success\"",
                    "drop table \"flyway_schema_history\"");
            for (String change : newest) {
                database.jdbi().useHandle(handle -> handle.execute(change));
                assertThat(Database.isUpToDate(database.source())).as(change).isFalse();
            }
        }
    }

    @Test
    void anOlderDatabaseIsBroughtUpToDate(@TempDir Path data) throws Exception {
        try (Database database = Database.open(data)) {
            database.jdbi().useHandle(handle -> {
                handle.execute("drop all objects");
            });
        }
        try (Database database = Database.open(data)) {
            assertThat(keys(database)).isZero();
            assertThat(Database.isUpToDate(database.source())).isTrue();
        }
    }

    private static int keys(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from access_key")
                        .mapTo(Integer.class)
                        .one());
    }

    private static boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (JdbiException _) {
            return false;
        }
    }
}
