package io.imageseg.face;

import static org.bytedeco.opencv.global.opencv_imgproc.CC_STAT_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.connectedComponentsWithStats;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Picture;
import io.imageseg.matte.GuidedFilter;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Hair without a network of its own: found by {@link HairModel} and {@link HairCut} on a small view, rid of scattered pieces, and brought to
 * the picture's size along the picture's edges.
 */
public final class ColourHair implements HairSource {
    private static final int LONGEST = 256;
    private static final double LEAST_SHARE = .02;
    private static final double LEAST_SHARE_BELOW = .15;
    private static final double BELOW = -.5;
    private static final float SCATTERED = .2f;
    private static final double EDGE_RADIUS = .012;
    private static final double EDGE = 1e-3;

    @Override
    public Mat of(Picture picture, Box part, FaceMesh mesh, Mat person) {
        HeadView view = HeadView.of(picture, part, person, mesh, LONGEST);
        float[] hair = HairModel.probability(view, HairPrior.of(view));
        hair = HairCut.of(view, hair);
        calm(view, hair);
        Mat large = new Mat();
        resize(
                Floats.mat(hair, view.width(), view.height()),
                large,
                new Size(part.width(), part.height()),
                0,
                0,
                INTER_LINEAR);
        Mat sharp = GuidedFilter.of(
                new Mat(picture.rgb(), part.rect()), large, (int) Math.max(2, EDGE_RADIUS * mesh.height()), EDGE);
        Coverage.clip(sharp);
        return sharp;
    }

    /** Pieces far smaller than the largest lose most of their weight, those below the face sooner. */
    private static void calm(HeadView view, float[] hair) {
        Mat labels = new Mat();
        Mat stats = new Mat();
        int count = connectedComponentsWithStats(
                Coverage.half(Floats.mat(hair, view.width(), view.height())), labels, stats, new Mat());
        int[] label = new int[view.pixels()];
        IntBuffer buffer = labels.createBuffer();
        buffer.get(label);
        int[] area = new int[count];
        int largest = 0;
        try (IntIndexer values = stats.createIndexer()) {
            for (int i = 1; i < count; i++) {
                area[i] = values.get(i, CC_STAT_AREA);
                largest = Math.max(largest, area[i]);
            }
        }
        double[] top = new double[count];
        Arrays.fill(top, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < label.length; i++) {
            top[label[i]] = Math.max(top[label[i]], view.v(i));
        }
        for (int i = 0; i < label.length; i++) {
            double least = top[label[i]] < BELOW ? LEAST_SHARE_BELOW : LEAST_SHARE;
            if (label[i] > 0 && area[label[i]] <= least * largest) {
                hair[i] *= SCATTERED;
            }
        }
    }
}
