package io.imageseg.cli.setup;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Where the npm client, as it is configured on this machine, finds a package. */
final class Registry {
    private Registry() {}

    /** The archive's address, asked of the npm client. */
    static URI archive(String name, String version) throws IOException, InterruptedException {
        Process npm = new ProcessBuilder("npm", "view", "--silent", name + "@" + version, "dist.tarball")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        npm.getOutputStream().close();
        String answer = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (npm.waitFor() != 0 || answer.isEmpty()) {
            throw new IOException("npm does not find %s@%s; is its registry reachable?".formatted(name, version));
        }
        return URI.create(answer);
    }
}
