package io.imageseg.bench.call;

import io.imageseg.server.Operator;
import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.operator.KeyCommand;
import io.imageseg.server.operator.KeyReply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** What calls are signed with. */
public record Key(String id, String secret) {
    /** Makes one in a server's data folder. */
    public static Key in(Path data) throws IOException, InterruptedException {
        KeyCommand command = new KeyCommand.Create("bench", KeyLimits.NONE, false);
        return switch (Operator.ask(data, command, Clock.systemUTC())) {
            case KeyReply.Issued(KeyReply.KeyView key, String secret) -> new Key(key.accessKeyId(), secret);
            case KeyReply.Refused(String why) -> throw new IOException("no key was made: " + why);
            case KeyReply.Shown _, KeyReply.Counted _ -> throw new IOException("no key was made");
        };
    }

    @Override
    public String toString() {
        return "Key[%s]".formatted(id);
    }
}
