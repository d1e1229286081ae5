package io.imageseg.cli;

import io.imageseg.cli.setup.Progress;
import io.imageseg.image.Picture;
import io.imageseg.image.PictureReader;
import io.imageseg.image.PlacedCutout;
import io.imageseg.image.UnreadableImageException;
import io.imageseg.segment.Segmentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cuts subjects out of files, each to PNGs of the same name. */
@Command(
        name = "cut",
        mixinStandardHelpOptions = true,
        description = "Cuts subjects out of photos. Exit code 1 if any failed.")
final class CutCommand implements Callable<Integer> {
    static final long MAX_PIXELS = 100_000_000;

    @Mixin
    private Photos photos = new Photos();

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "where the PNGs go")
    private Path output = Path.of(".");

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "what is cut out: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Subject subject = Subject.MAIN;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private ModelsOptions models = new ModelsOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = photos.files();
        Files.createDirectories(output);
        List<String> failures = new ArrayList<>();
        try (Segmentation segmentation = models.segmentation(config.read(Map.of()), _ -> {});
                ProgressBar bar = Progress.things("cut", files.size())) {
            for (Path file : files) {
                cut(segmentation, file).ifPresent(why -> failures.add(file + ": " + why));
                bar.step();
            }
        }
        failures.forEach(System.err::println);
        return failures.isEmpty() ? 0 : 1;
    }

    /** Why it failed, or empty. */
    private Optional<String> cut(Segmentation segmentation, Path file) {
        try (Picture picture = new PictureReader(MAX_PIXELS).read(Files.readAllBytes(file))) {
            List<Subject.Named> found = subject.cut(segmentation, picture);
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
            for (Subject.Named one : found) {
                try (PlacedCutout cutout = one.cutout()) {
                    write(cutout.toPng(), name + one.suffix() + ".png");
                }
            }
            return found.isEmpty() ? Optional.of(subject.nothing()) : Optional.empty();
        } catch (UnreadableImageException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    private void write(byte[] png, String name) throws IOException {
        Path part = output.resolve(name + ".part");
        Files.write(part, png);
        Files.move(part, output.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
