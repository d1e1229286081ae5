package io.imageseg.cli;

import io.imageseg.cli.setup.Progress;
import io.imageseg.cli.sheet.ContactSheet;
import io.imageseg.image.Picture;
import io.imageseg.image.PictureReader;
import io.imageseg.image.UnreadableImageException;
import io.imageseg.segment.Segmentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws a contact sheet of what is cut out of photos. */
@Command(
        name = "sheet",
        mixinStandardHelpOptions = true,
        description = {
            "Draws a contact sheet: a row for each photo with the photo, what is cut out of it on magenta and on white,",
            "and each cutout in a colour of its own."
        })
final class SheetCommand implements Callable<Integer> {
    @Mixin
    private Photos photos = new Photos();

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "the sheet, a PNG")
    private Path output = Path.of("sheet.png");

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "what is cut out: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Subject subject = Subject.MAIN;

    @Option(
            names = "--panel",
            paramLabel = "PIXELS",
            description = "the longest side of a photo on the sheet (default: ${DEFAULT-VALUE})")
    private int panel = 480;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private ModelsOptions models = new ModelsOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = photos.files();
        ContactSheet sheet = new ContactSheet(panel);
        int failed = 0;
        try (Segmentation segmentation = models.segmentation(config.read(Map.of()), _ -> {});
                ProgressBar bar = Progress.things("sheet", files.size())) {
            for (Path file : files) {
                try (Picture picture = new PictureReader(CutCommand.MAX_PIXELS).read(Files.readAllBytes(file))) {
                    List<Subject.Named> found = subject.cut(segmentation, picture);
                    sheet.add(picture, found.stream().map(Subject.Named::cutout).toList());
                    found.forEach(one -> one.cutout().close());
                } catch (UnreadableImageException e) {
                    System.err.println(file + ": " + e.getMessage());
                    failed++;
                }
                bar.step();
            }
        }
        sheet.write(output);
        return failed == 0 ? 0 : 1;
    }
}
