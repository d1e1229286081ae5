package io.imageseg.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMappingLoader;
import io.smallrye.config.ConfigMappingMetadata;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the build has written of the settings, so that a start need not. */
class SettingsClassesTest {
    @Test
    void areThoseThatAStartWouldMake() throws Exception {
        List<ConfigMappingMetadata> classes = ConfigMappingLoader.getConfigMappingsMetadata(Settings.class);
        assertThat(classes).hasSizeGreaterThan(10);
        for (ConfigMappingMetadata one : classes) {
            String name = one.getClassName();
            try (InputStream written = Settings.class.getResourceAsStream('/' + name.replace('.', '/') + ".class")) {
                assertThat(written).as(name).isNotNull();
                assertThat(written.readAllBytes()).as(name).isEqualTo(one.getClassBytes());
            }
        }
    }
}
