package io.imageseg.cli;

import io.imageseg.server.auth.AccessKey;
import io.imageseg.server.auth.Keys;
import io.imageseg.server.auth.ServerKey;
import io.imageseg.server.database.Database;
import java.io.IOException;
import java.time.Clock;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keys of callers, for a data folder that no server has open. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Creates, lists and disables keys; the server must not be running.")
final class KeysCommand {
    /** A key and its secret as people read them. */
    static final String AS_TEXT = "AccessKeyId      %s%nAccessKeySecret  %s%n";

    private static final String AS_JSON = "{\"AccessKeyId\": \"%s\", \"AccessKeySecret\": \"%s\"}%n";

    private KeysCommand() {}

    @Command(name = "create", description = "Makes a key and shows its secret, this once.")
    int create(@Mixin DataOption data, @Option(names = "--json", description = "as a JSON object") boolean json)
            throws IOException {
        return with(data, keys -> {
            AccessKey key = keys.create();
            System.out.printf(json ? AS_JSON : AS_TEXT, key.id(), key.secret());
            return 0;
        });
    }

    @Command(name = "list", description = "Shows all keys, without their secrets.")
    int list(@Mixin DataOption data) throws IOException {
        return with(data, keys -> {
            for (AccessKey key : keys.all()) {
                System.out.printf("%s  %s  %s%n", key.id(), key.createdAt(), key.enabled() ? "enabled" : "disabled");
            }
            return 0;
        });
    }

    @Command(name = "disable", description = "Refuses a key's calls from now on.")
    int disable(@Mixin DataOption data, @Parameters(paramLabel = "ID") String id) throws IOException {
        return with(data, keys -> {
            if (keys.disable(id)) {
                return 0;
            }
            System.err.println("imageseg: there is no key " + id);
            return 1;
        });
    }

    private static int with(DataOption data, ToIntFunction<Keys> work) throws IOException {
        try (Database database = Database.open(data.folder)) {
            return work.applyAsInt(new Keys(database.jdbi(), ServerKey.of(data.folder), Clock.systemUTC()));
        }
    }
}
