package io.imageseg.server.usage;

import io.imageseg.server.api.Caller;
import io.imageseg.server.api.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Usage by key, action and day. Counted in memory and added to the database once a second and at the end, so that
 * calls do not wait for one another: a process that dies loses a second's counts, one that is stopped none. Several
 * servers may add to the same rows.
 */
public final class UsageBook implements Usage, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UsageBook.class);

    private final Jdbi jdbi;
    private final Clock clock;
    private final int days;
    private final ConcurrentMap<Entry, Counts> counted = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("usage").daemon().factory());

    private record Entry(String keyId, String action, LocalDate day) {}

    private record Counts(long calls, long refused, long failed) {
        Counts plus(Counts more) {
            return new Counts(calls + more.calls, refused + more.refused, failed + more.failed);
        }
    }

    /** @param days how many days are kept, today's among them */
    public UsageBook(Jdbi jdbi, Clock clock, int days) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.days = days;
        ScheduledFuture<?> _ = executor.scheduleWithFixedDelay(this::tryToWrite, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void count(Caller caller, String operation, int status) {
        Counts one = new Counts(1, status >= 400 && status < 500 ? 1 : 0, status >= 500 ? 1 : 0);
        counted.merge(new Entry(caller.keyId(), operation, today()), one, Counts::plus);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void tryToWrite() {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("Usage could not be written; it is tried again", e);
        }
    }

    /** Adds what was counted to the database; what could not be written stays counted. */
    private synchronized void write() {
        for (Entry entry : counted.keySet()) {
            Counts counts = counted.remove(entry);
            if (counts != null) {
                try {
                    add(entry, counts);
                } catch (RuntimeException e) {
                    counted.merge(entry, counts, Counts::plus);
                    throw e;
                }
            }
        }
    }

    private void add(Entry entry, Counts counts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        merge into key_usage as held
                        using (select cast(:key as varchar(64)) as key_id, cast(:action as varchar(64)) as action,
                            cast(:day as date) as on_day, cast(:calls as bigint) as calls,
                            cast(:refused as bigint) as refused, cast(:failed as bigint) as failed) as more
                        on held.key_id = more.key_id and held.action = more.action and held.on_day = more.on_day
                        when matched then update set calls = held.calls + more.calls,
                            refused = held.refused + more.refused, failed = held.failed + more.failed
                        when not matched then insert (key_id, action, on_day, calls, refused, failed)
                            values (more.key_id, more.action, more.on_day, more.calls, more.refused, more.failed)""")
                .bind("key", entry.keyId())
                .bind("action", entry.action())
                .bind("day", entry.day())
                .bind("calls", counts.calls())
                .bind("refused", counts.refused())
                .bind("failed", counts.failed())
                .execute());
    }

    /** The last days' usage, the newest day first. */
    public List<UsageRow> ofLast(int days) {
        write();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from key_usage where on_day > :before order by on_day desc, key_id, action""")
                .bind("before", today().minusDays(days))
                .map((row, _) -> row(row))
                .list());
    }

    private static UsageRow row(ResultSet row) throws SQLException {
        return new UsageRow(
                row.getString("key_id"),
                row.getString("action"),
                row.getObject("on_day", LocalDate.class),
                row.getLong("calls"),
                row.getLong("refused"),
                row.getLong("failed"));
    }

    /** Forgets what is older than is to be kept. */
    public void sweep() {
        jdbi.useHandle(handle -> handle.createUpdate("delete from key_usage where on_day <= :before")
                .bind("before", today().minusDays(days))
                .execute());
    }

    @Override
    public void close() {
        executor.shutdown();
        tryToWrite();
    }
}
