package io.imageseg.server.job;

import io.imageseg.server.api.ApiCall;
import io.imageseg.server.api.ApiException;
import io.imageseg.server.api.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The jobs in the database. */
public final class JobStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final ObjectMapper json = JsonMapper.shared();
    private final Jdbi jdbi;
    private final Clock clock;
    private final Duration kept;

    /** @param kept how long after its end a job can be asked for */
    public JobStore(Jdbi jdbi, Clock clock, Duration kept) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.kept = kept;
    }

    /** @param parameters the action and its own */
    void add(ApiCall call, Caller caller, Map<String, String> parameters) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into job (id, key_id, parameters, origin, status, attempts, submitted_at)
                        values (:id, :key, :parameters, :origin, 'QUEUING', 0, :at)""")
                .bind("id", call.id())
                .bind("key", caller.keyId())
                .bind("parameters", json.writeValueAsString(parameters))
                .bind("origin", call.request().origin())
                .bind("at", clock.instant())
                .execute());
    }

    /**
     * What a process had begun when it ended belongs to nobody.
     *
     * @param scheduler its name among all that share the database
     */
    void release(String scheduler) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null
                        where picked_by = :scheduler""").bind("scheduler", scheduler).execute());
    }

    Optional<Job> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from job where id = :id")
                .bind("id", id)
                .map((row, _) -> job(row))
                .findOne());
    }

    /** The newest of all keys, newest first. */
    public List<JobView> newest(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from job order by submitted_at desc, id limit :most")
                .bind("most", most)
                .map((row, _) -> view(job(row), row.getObject("ended_at", OffsetDateTime.class)))
                .list());
    }

    private static JobView view(Job job, @Nullable OffsetDateTime ended) {
        return new JobView(
                job.id(),
                job.parameters().getOrDefault("Action", ""),
                job.keyId(),
                job.status().name(),
                job.submittedAt(),
                Optional.ofNullable(ended).map(OffsetDateTime::toInstant),
                Optional.ofNullable(job.errorCode()));
    }

    /** Those that have not ended, oldest first. */
    List<String> waiting() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from job where ended_at is null order by submitted_at")
                        .mapTo(String.class)
                        .list());
    }

    int countWaiting() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from job where ended_at is null")
                .mapTo(Integer.class)
                .one());
    }

    /** What GetAsyncJobResult may say of a job. */
    public static List<String> statuses() {
        return Arrays.stream(JobStatus.values()).map(JobStatus::name).toList();
    }

    /** How many of the jobs that are kept stand so. */
    public int count(String status) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from job where status = :status")
                .bind("status", status)
                .mapTo(Integer.class)
                .one());
    }

    /** Counts another attempt at a job; empty if it has ended or is gone. */
    Optional<Job> begin(String id) {
        int changed = jdbi.withHandle(
                handle -> handle.createUpdate("""
                        update job set status = 'PROCESSING', attempts = attempts + 1
                        where id = :id and ended_at is null""").bind("id", id).execute());
        return changed == 0 ? Optional.empty() : find(id);
    }

    void postpone(String id) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update job set status = 'QUEUING' where id = :id and ended_at is null")
                        .bind("id", id)
                        .execute());
    }

    /** @param result the Data of the answer in JSON */
    void succeed(String id, String result) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update job set status = 'PROCESS_SUCCESS', ended_at = :at, result = :result
                        where id = :id and ended_at is null""")
                .bind("id", id)
                .bind("at", clock.instant())
                .bind("result", result)
                .execute());
    }

    void fail(String id, JobStatus status, ApiException failure) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update job set status = :status, ended_at = :at, error_code = :code, error_message = :message
                        where id = :id and ended_at is null""")
                .bind("id", id)
                .bind("status", status)
                .bind("at", clock.instant())
                .bind("code", failure.code().code())
                .bind("message", failure.text())
                .execute());
    }

    /** Forgets jobs whose results have expired. */
    public void sweep() {
        jdbi.useHandle(handle -> handle.createUpdate("delete from job where ended_at < :oldest")
                .bind("oldest", clock.instant().minus(kept))
                .execute());
    }

    private Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getString("id"),
                row.getString("key_id"),
                json.readValue(row.getString("parameters"), TEXTS),
                row.getString("origin"),
                JobStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getString("result"),
                row.getString("error_code"),
                row.getString("error_message"));
    }
}
