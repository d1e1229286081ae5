package io.imageseg.server;

import io.imageseg.server.auth.Keys;
import io.imageseg.server.auth.ServerKey;
import io.imageseg.server.database.Database;
import io.imageseg.server.operator.KeyCommand;
import io.imageseg.server.operator.KeyDesk;
import io.imageseg.server.operator.KeyReply;
import io.imageseg.server.operator.RunningServer;
import io.imageseg.server.usage.UsageBook;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Does an operator's commands on a data folder: by the server that has it open, else on its database. */
public final class Operator {
    /** What the key is derived for that operator and server seal with. */
    static final String PURPOSE = "operator";

    private Operator() {}

    /**
     * Does a command.
     *
     * @throws IOException if the folder belongs to another user, or its database is open but no server answers
     */
    public static KeyReply ask(Path data, KeyCommand command, Clock clock) throws IOException, InterruptedException {
        ServerKey serverKey = serverKey(data);
        Optional<RunningServer> server = RunningServer.of(data, serverKey.derive(PURPOSE), clock);
        try {
            if (server.isPresent()) {
                return server.get().ask(command);
            }
        } catch (IOException e) {
            return withoutServer(data, serverKey, command, clock, e);
        }
        return inDatabase(data, serverKey, command, clock);
    }

    private static ServerKey serverKey(Path data) throws IOException {
        try {
            return ServerKey.of(data);
        } catch (AccessDeniedException e) {
            throw new IOException(
                    "%s may not be used; keys are managed by the user whose server it is.".formatted(e.getFile()), e);
        }
    }

    /** A server that died leaves its address but not its lock on the database. */
    private static KeyReply withoutServer(
            Path data, ServerKey serverKey, KeyCommand command, Clock clock, IOException unanswered)
            throws IOException {
        try {
            return inDatabase(data, serverKey, command, clock);
        } catch (IOException e) {
            e.addSuppressed(unanswered);
            throw e;
        }
    }

    private static KeyReply inDatabase(Path data, ServerKey serverKey, KeyCommand command, Clock clock)
            throws IOException {
        try (Database database = Database.open(data);
                UsageBook usage = new UsageBook(database.jdbi(), clock, Integer.MAX_VALUE)) {
            Keys keys = new Keys(database.jdbi(), serverKey, clock);
            return new KeyDesk(keys, usage, Actions.NAMES, clock).answer(command);
        }
    }
}
