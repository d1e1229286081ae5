package io.imageseg.cli;

import io.imageseg.segment.Segmentation;
import io.imageseg.server.ImagesegServer;
import io.imageseg.server.Settings;
import io.imageseg.server.api.KeyLimits;
import io.imageseg.server.auth.AccessKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sun.misc.Signal;

/** Serves the API until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts the server. Settings not named here: docs/settings.md.")
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--host", description = "the address to listen on (default: 127.0.0.1)")
    private @Nullable String host;

    @Option(names = "--port", description = "the port to listen on (default: 8080)")
    private @Nullable Integer port;

    @Option(
            names = "--allow-source",
            paramLabel = "CIDR",
            description = "fetch images from these addresses too, beside public ones; may be repeated")
    private List<String> allowed = List.of();

    @Option(names = "--limits", paramLabel = "aliyun|open", description = "whose limits on images hold")
    private @Nullable String limits;

    @Option(
            names = "--engine",
            paramLabel = "auto|cuda|openvino|onnxruntime",
            description = "what runs the largest network")
    private @Nullable String engine;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "the server's certificate, PEM: TLS on the same port as plain HTTP")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "the certificate's key, PEM")
    private @Nullable Path key;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ModelsOptions models = new ModelsOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = config.read(commandLine());
        CountDownLatch end = end();
        try (Segmentation segmentation = models.segmentation(settings, ServeCommand::tell);
                ImagesegServer server = new ImagesegServer(settings, data.folder, segmentation, Clock.systemUTC())) {
            segmentation.whenBroken(failure -> System.err.println("imageseg: " + failure.getMessage()));
            greet(settings, server);
            end.await();
        }
        return 0;
    }

    private static void tell(String engine) {
        System.err.println("imageseg: IS-Net runs on " + engine);
    }

    private Map<String, String> commandLine() {
        Map<String, String> values = new HashMap<>();
        if (host != null) {
            values.put("imageseg.host", host);
        }
        if (port != null) {
            values.put("imageseg.port", port.toString());
        }
        if (!allowed.isEmpty()) {
            values.put("imageseg.source.allow", String.join(",", allowed));
        }
        if (limits != null) {
            values.put("imageseg.limits", limits);
        }
        if (engine != null) {
            values.put("imageseg.engine", engine);
        }
        if (certificate != null) {
            values.put("imageseg.tls.certificate", certificate.toString());
        }
        if (key != null) {
            values.put("imageseg.tls.private-key", key.toString());
        }
        return values;
    }

    private static void greet(Settings settings, ImagesegServer server) {
        String host = settings.host();
        String shown = host.contains(":") ? "[" + host + "]" : host;
        System.out.printf("imageseg listens on http://%s:%d%n", shown, server.port());
        if (settings.tls().certificate().isPresent()
                || settings.tls().keystore().isPresent()) {
            System.out.printf("and with TLS on https://%s:%d%n", shown, server.port());
        }
        if (settings.console().enabled()) {
            System.out.printf("its console is at http://%s:%d/console%n", shown, server.port());
        }
        if (server.keys().all().isEmpty()) {
            AccessKey key = server.keys().create("", KeyLimits.NONE, true);
            System.out.printf(KeyPrinter.SECRET, key.id(), key.secret());
            System.out.println("The secret is shown this once; `imageseg keys create` makes another key. This one may"
                    + " operate the server by its console.");
        }
        System.out.flush();
    }

    /**
     * Opens when the process is asked to end. Not by Java's shutdown hooks, which all run at once: ONNX Runtime's own takes away
     * what networks still load and run with, and the process crashes.
     */
    private static CountDownLatch end() {
        CountDownLatch asked = new CountDownLatch(1);
        for (String name : List.of("TERM", "INT", "HUP")) {
            try {
                Signal.handle(new Signal(name), _ -> asked.countDown());
            } catch (IllegalArgumentException _) {
                // This system has no such signal, or Java was told to leave it alone.
            }
        }
        return asked;
    }
}
