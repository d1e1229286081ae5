package io.imageseg.cli;

import io.imageseg.cli.setup.SelfSignedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a certificate for TLS where no authority gives one. */
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description = "Makes a self-signed certificate and its key for `serve --tls-certificate --tls-key`.")
final class CertificateCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            paramLabel = "NAME",
            required = true,
            arity = "1..*",
            description = "names and addresses under which callers reach the server")
    private List<String> hosts = List.of();

    @Option(names = "-o", paramLabel = "DIR", description = "the folder for both files (default: that of --data)")
    private @Nullable Path folder;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path target = Files.createDirectories(Optional.ofNullable(folder).orElse(data.folder));
        Path certificate = target.resolve("certificate.pem");
        Path key = target.resolve("private-key.pem");
        new SelfSignedCertificate(hosts).write(certificate, key);
        System.out.printf("%s is good for %s, 825 days long.%n", certificate, String.join(", ", hosts));
        System.out.printf("Start the server with%n  --tls-certificate %s --tls-key %s%n", certificate, key);
        System.out.printf("and have callers trust %s. Keep %s to yourself.%n", certificate, key);
        return 0;
    }
}
