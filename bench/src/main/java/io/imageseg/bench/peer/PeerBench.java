package io.imageseg.bench.peer;

import io.imageseg.bench.call.PhotoHost;
import io.imageseg.bench.figure.Samples;
import io.imageseg.bench.photo.Photo;
import io.imageseg.bench.photo.Photos;
import io.imageseg.bench.process.Imageseg;
import io.imageseg.bench.process.Installation;
import io.imageseg.bench.process.ProcFolder;
import io.imageseg.bench.process.Processor;
import io.imageseg.bench.process.TemporaryFolder;
import io.imageseg.image.ImageFormat;
import io.imageseg.model.EngineChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * imageseg beside rembg's server, on the same weights: ratios and what they are made of.
 *
 * @param minutes of load, both servers' and both loads' together
 */
public record PeerBench(EngineChoice.Kind engine, Photos photos, int minutes, PrintStream out) {
    private static final int SIDE = 1280;

    /** Two servers have {@link Match#ROUNDS} slices of two loads. */
    private static final int SLICES = 2 * 2 * Match.ROUNDS;

    public void run() throws IOException, InterruptedException {
        Installation installation = Installation.ofThis();
        RembgInstallation rembg = new RembgInstallation(installation.runtime().resolve("rembg"));
        rembg.ensure(installation.isnet());
        List<Photo> scaled = photos.scaled(SIDE, SIDE, ImageFormat.JPEG);
        Processor processor = ProcFolder.OF_SYSTEM.processor();
        Duration slice = Duration.ofMinutes(minutes).dividedBy(SLICES);
        try (PhotoHost host = new PhotoHost();
                TemporaryFolder data = TemporaryFolder.make()) {
            CutServer ours = new Ours(installation, engine, data.path(), host);
            CutServer peer = new Rembg(rembg, installation.bench().resolve("rembg.log"));
            out.println(processor);
            out.println(ours.description());
            out.println("peer: " + peer.description() + ", without its page, " + RembgInstallation.MODEL
                    + " from the same file");
            out.printf("%d photos of %d×%d; slices of %d s%n%n", scaled.size(), SIDE, SIDE, slice.toSeconds());
            out.println(new Ratios(new Match(ours, peer, scaled, slice).play()));
            out.println("imageseg: " + Imageseg.engine(installation));
        }
        out.println(precision(installation, processor, scaled));
    }

    private String precision(Installation installation, Processor processor, List<Photo> scaled) throws IOException {
        if (engine == EngineChoice.Kind.ONNXRUNTIME) {
            return "alpha, bf16 to f32: not measured, ONNX Runtime computes in f32";
        }
        if (!processor.hasBf16()) {
            return "alpha, bf16 to f32: not measured, this processor has no bf16";
        }
        Samples gap = new PrecisionGap(installation).of(scaled);
        return "alpha, bf16 to f32: mean difference %.5f, worst photo %.5f".formatted(gap.mean(), gap.percentile(100));
    }
}
