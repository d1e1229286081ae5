package io.imageseg.own;

import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_HEIGHT;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_LEFT;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_TOP;
import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_WIDTH;
import static org.bytedeco.opencv.global.opencv_imgproc.connectedComponentsWithStats;

import io.imageseg.image.Box;
import io.imageseg.model.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The output of a network that tells classes of pixels apart. A thing is what hangs together of one name, where that is
 * likelier than every other class; its score is the mean probability of its pixels.
 */
record SemanticOutput(PixelScores scores, CellGrid grid) implements ThingReader {
    /** A piece of less than this share of the input is taken for noise. */
    private static final double LEAST_SHARE = .001;

    /** @throws IllegalArgumentException if the shape is not of the format's layout or a class has no channel */
    static SemanticOutput of(Tensor output, ThingFormat format, int width, int height) {
        PixelScores scores = PixelScores.of(output, format.pixels().layout());
        format.classes().requireBelow(scores.channels(), scores.described());
        return new SemanticOutput(scores, CellGrid.over(width, height, scores.width(), scores.height()));
    }

    @Override
    public List<FoundThing> read(IntFunction<Optional<ThingName>> names, double least) {
        List<FoundThing> found = new ArrayList<>();
        scores.of(names).forEach((name, planes) -> addPieces(name, planes, least, found));
        return found.stream()
                .sorted(Comparator.comparingDouble(FoundThing::score).reversed())
                .limit(MOST)
                .toList();
    }

    private void addPieces(ThingName name, PixelScores.Planes planes, double least, List<FoundThing> found) {
        byte[] likeliest = new byte[planes.lead().length];
        for (int i = 0; i < likeliest.length; i++) {
            likeliest[i] = (byte) (planes.lead()[i] > .5 ? 1 : 0);
        }
        Mat mask = new Mat(grid.height(), grid.width(), CV_8UC1);
        mask.data().put(likeliest);
        Mat labels = new Mat();
        Mat statistics = new Mat();
        int count = connectedComponentsWithStats(mask, labels, statistics, new Mat(), 8, CV_32S);
        int[] pieces = new int[likeliest.length];
        try (IntIndexer all = labels.createIndexer();
                IntIndexer of = statistics.createIndexer()) {
            all.get(0, 0, pieces);
            for (int label = 1; label < count; label++) {
                Box box = new Box(
                        of.get(label, CC_STAT_LEFT),
                        of.get(label, CC_STAT_TOP),
                        of.get(label, CC_STAT_WIDTH),
                        of.get(label, CC_STAT_HEIGHT));
                double score = mean(planes.probability(), pieces, label, box);
                if (of.get(label, CC_STAT_AREA) >= LEAST_SHARE * likeliest.length && score >= least) {
                    found.add(piece(name, planes.lead(), pieces, label, box, score));
                }
            }
        }
    }

    private double mean(float[] probability, int[] pieces, int label, Box box) {
        double sum = 0;
        int count = 0;
        for (int y = box.y(); y < box.y() + box.height(); y++) {
            for (int x = box.x(); x < box.x() + box.width(); x++) {
                if (pieces[y * grid.width() + x] == label) {
                    sum += probability[y * grid.width() + x];
                    count++;
                }
            }
        }
        return sum / count;
    }

    /** The piece and the soft cells around it. */
    private FoundThing piece(ThingName name, float[] lead, int[] pieces, int label, Box box, double score) {
        Box around = box.grown(0, 1, grid.cells());
        return new FoundThing(
                name,
                score,
                grid.region(box),
                grid.mask(
                        around,
                        cell -> pieces[cell] == label || pieces[cell] == 0 && touches(pieces, label, cell)
                                ? lead[cell]
                                : 0));
    }

    private boolean touches(int[] pieces, int label, int cell) {
        Box around = new Box(cell % grid.width(), cell / grid.width(), 1, 1).grown(0, 1, grid.cells());
        for (int y = around.y(); y < around.y() + around.height(); y++) {
            for (int x = around.x(); x < around.x() + around.width(); x++) {
                if (pieces[y * grid.width() + x] == label) {
                    return true;
                }
            }
        }
        return false;
    }
}
