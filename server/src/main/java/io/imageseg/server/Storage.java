package io.imageseg.server;

import io.imageseg.server.auth.Keys;
import io.imageseg.server.auth.Nonces;
import io.imageseg.server.auth.ServerKey;
import io.imageseg.server.auth.SignatureAuthenticator;
import io.imageseg.server.database.Database;
import io.imageseg.server.job.JobStore;
import io.imageseg.server.result.ResultFolder;
import io.imageseg.server.result.SignedUrls;
import io.imageseg.server.upload.UploadFolder;
import io.imageseg.server.usage.UsageBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What a server keeps in its data folder. */
record Storage(
        Database database,
        ServerKey serverKey,
        Keys keys,
        Nonces nonces,
        UsageBook usage,
        JobStore jobs,
        ResultFolder results,
        UploadFolder uploads)
        implements AutoCloseable {

    /** @throws IOException if the folder cannot be used; the message says why, and nothing stays open */
    static Storage open(Path data, int usageDays, Clock clock) throws IOException {
        Database database = Database.open(data);
        try {
            ServerKey serverKey = ServerKey.of(data);
            SignedUrls urls = new SignedUrls(serverKey.derive("results"), clock);
            return new Storage(
                    database,
                    serverKey,
                    new Keys(database.jdbi(), serverKey, clock),
                    new Nonces(database.jdbi(), clock),
                    new UsageBook(database.jdbi(), clock, usageDays),
                    new JobStore(database.jdbi(), clock, ResultFolder.LIFE),
                    new ResultFolder(data.resolve("results"), urls, clock),
                    new UploadFolder(data.resolve("uploads"), clock));
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    SignatureAuthenticator authenticator(Clock clock) {
        return new SignatureAuthenticator(keys, nonces, clock);
    }

    /** Each removes what has expired. */
    List<Runnable> sweeps() {
        return List.of(results::sweep, uploads::sweep, nonces::sweep, jobs::sweep, keys::sweep, usage::sweep);
    }

    @Override
    public void close() {
        usage.close();
        database.close();
    }
}
