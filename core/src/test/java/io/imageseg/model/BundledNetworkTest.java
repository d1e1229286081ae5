package io.imageseg.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundledNetworkTest {
    @ParameterizedTest
    @EnumSource
    void hasTheHashThatIsWrittenDown(BundledNetwork network) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(network.bytes());
        assertThat(Files.readString(Path.of("..", "networks", "README.md")))
                .contains("`" + HexFormat.of().formatHex(hash) + "`");
    }

    @ParameterizedTest
    @EnumSource
    void isLoadedByTheRuntime(BundledNetwork bundled) {
        try (Network network = new OnnxRuntimeNetwork(bundled, 1)) {
            assertThat(network.inputShape()).hasSize(4);
            assertThat(network.outputs()).isNotEmpty();
        }
    }

    /** Were it loaded on such a stack, this process would end. */
    @ParameterizedTest
    @EnumSource
    void isLoadedForAThreadWhoseStackIsShallow(BundledNetwork bundled) throws Exception {
        FutureTask<List<String>> outputs = new FutureTask<>(() -> {
            try (Network network = new OnnxRuntimeNetwork(bundled, 1)) {
                return network.outputs();
            }
        });
        Thread.ofPlatform().stackSize(256 << 10).start(outputs);
        assertThat(outputs.get()).isNotEmpty();
    }
}
