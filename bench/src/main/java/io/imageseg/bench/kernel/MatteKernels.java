package io.imageseg.bench.kernel;

import io.imageseg.image.Matte;
import io.imageseg.matte.Edges;
import io.imageseg.matte.ForegroundColours;
import io.imageseg.matte.GuidedFilter;
import io.imageseg.matte.SalientMatte;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From pictures to mattes and their colours, without the network. */
@State(Scope.Benchmark)
public class MatteKernels {
    private static final int RADIUS = 8;
    private static final double EDGE = 1e-4;

    private final SalientMatte salient = new SalientMatte(StillNetwork.ofSide(SalientMatte.SIDE));

    /** A picture to the network's input, and its output to a matte. */
    @Benchmark
    public int tensorAndBack(Subject subject) {
        try (Matte matte = salient.of(subject.picture(), subject.picture().box())) {
            return matte.width();
        }
    }

    @Benchmark
    public int foregroundColours(Subject subject) {
        try (Mat colours = ForegroundColours.of(subject.picture(), subject.matte())) {
            return colours.cols();
        }
    }

    /** Hair and fur by colours. */
    @Benchmark
    public int settledEdges(Subject subject) {
        try (Matte settled = Edges.settled(subject.picture(), subject.matte())) {
            return settled.width();
        }
    }

    @Benchmark
    public int guidedFilter(Subject subject) {
        try (PointerScope _ = new PointerScope()) {
            return GuidedFilter.of(subject.picture().rgb(), subject.matte().alpha(), RADIUS, EDGE)
                    .cols();
        }
    }
}
