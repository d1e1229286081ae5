package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imageseg.segment.Segmentation;
import io.imageseg.server.database.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    @TempDir
    Path data;

    @Test
    void aPortThatIsTakenIsNamedAndTheDataFolderIsLeftFree() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort()).close())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1 port " + taken.getLocalPort());
        }
        Database.open(data).close();
    }

    @Test
    void aDataFolderThatIsInUseIsRefusedClearly() throws Exception {
        try (ImagesegServer _ = start(0)) {
            assertThat(startedBeside(data)).contains("cannot be opened: another process has it open");
        }
    }

    @Test
    void theServersKeyIsReadableByItsOwnerAlone() throws Exception {
        start(0).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("server.key"))))
                .isEqualTo("rw-------");
    }

    private ImagesegServer start(int port) throws IOException {
        Settings settings = SettingsReader.read(Optional.empty(), Map.of("imageseg.port", Integer.toString(port)));
        return new ImagesegServer(
                settings, data, new Segmentation(TestNetworks.with(RedIsSalient::new)), Clock.systemUTC());
    }

    /** What another process says that opens the same folder. */
    static String startedBeside(Path data) throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opens.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isEqualTo(1);
        return said;
    }

    /** Opens the database of a folder. */
    static final class Opens {
        private Opens() {}

        static void main(String[] arguments) {
            try {
                Database.open(Path.of(arguments[0])).close();
            } catch (IOException e) {
                System.out.println(e.getMessage());
                System.exit(1);
            }
        }
    }
}
