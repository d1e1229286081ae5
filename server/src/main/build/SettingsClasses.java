import io.smallrye.config.ConfigMappingLoader;
import io.smallrye.config.ConfigMappingMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the classes by which SmallRye Config implements an interface of settings: {@code SettingsClasses INTERFACE FOLDER}. It
 * takes them where it finds them, and would make them at every start otherwise.
 */
final class SettingsClasses {
    private SettingsClasses() {}

    static void main(String[] arguments) throws IOException, ClassNotFoundException {
        for (ConfigMappingMetadata one : ConfigMappingLoader.getConfigMappingsMetadata(Class.forName(arguments[0]))) {
            Path file = Path.of(arguments[1], one.getClassName().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, one.getClassBytes());
        }
    }
}
