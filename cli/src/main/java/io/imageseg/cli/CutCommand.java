package io.imageseg.cli;

import io.imageseg.cli.setup.Progress;
import io.imageseg.image.Cutout;
import io.imageseg.image.Picture;
import io.imageseg.image.PictureReader;
import io.imageseg.image.UnreadableImageException;
import io.imageseg.matte.SubjectChoice;
import io.imageseg.model.Network;
import io.imageseg.model.NetworkFile;
import io.imageseg.model.OnnxRuntimeNetwork;
import io.imageseg.segment.SubjectSegmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cuts the main subject out of files, each to a PNG of the same name. */
@Command(
        name = "cut",
        mixinStandardHelpOptions = true,
        description = "Cuts the main subject out of photos. Exit code 1 if any failed.")
final class CutCommand implements Callable<Integer> {
    private static final long MAX_PIXELS = 100_000_000;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "photos, or folders of photos")
    private List<Path> inputs = List.of();

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "where the PNGs go")
    private Path output = Path.of(".");

    @Mixin
    private ModelsOptions models = new ModelsOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = files();
        Files.createDirectories(output);
        Path model = models.open().ensure(NetworkFile.ISNET);
        List<String> failures = new ArrayList<>();
        try (Network network =
                        new OnnxRuntimeNetwork(model, Runtime.getRuntime().availableProcessors());
                ProgressBar bar = Progress.things("cut", files.size())) {
            SubjectSegmenter segmenter = new SubjectSegmenter(network, SubjectChoice.MAIN_SUBJECT);
            for (Path file : files) {
                cut(segmenter, file).ifPresent(why -> failures.add(file + ": " + why));
                bar.step();
            }
        }
        failures.forEach(System.err::println);
        return failures.isEmpty() ? 0 : 1;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                try (Stream<Path> inside = Files.list(input)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            } else {
                files.add(input);
            }
        }
        return files;
    }

    /** Why it failed, or empty. */
    private Optional<String> cut(SubjectSegmenter segmenter, Path file) {
        try (Picture picture = new PictureReader(MAX_PIXELS).read(Files.readAllBytes(file))) {
            Optional<Cutout> found = segmenter.cut(picture);
            if (found.isEmpty()) {
                return Optional.of("no subject stands out in it");
            }
            try (Cutout cutout = found.get()) {
                String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "") + ".png";
                Path part = output.resolve(name + ".part");
                Files.write(part, cutout.toPng());
                Files.move(part, output.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            return Optional.empty();
        } catch (UnreadableImageException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }
}
