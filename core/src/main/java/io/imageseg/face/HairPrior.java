package io.imageseg.face;

import io.imageseg.detect.FaceMesh;
import io.imageseg.image.Floats;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Where hair grows: the log-odds of hair against everything else of a person, by place in the frame of the face alone.
 * Depths are distances from an outline in heights of the face, positive inside.
 *
 * @param logOdds at every pixel
 * @param depth in the oval with its forehead drawn on
 * @param ovalDepth in the mesh's own oval
 * @param featureDepth in eyes, brows and lips
 * @param chinU where the chin lies across the frame
 * @param foreheadU where the middle of the forehead lies
 */
record HairPrior(
        float[] logOdds, float[] depth, float[] ovalDepth, float[] featureDepth, double chinU, double foreheadU) {
    private static final double EAR_U = 1.08;
    private static final double EAR_V = -.12;
    private static final double SKULL_WIDTH = 1.25;
    private static final double SKULL_CENTRE = .12;
    private static final double SKULL_HEIGHT = .85;

    static HairPrior of(HeadView view) {
        FaceMesh mesh = view.mesh();
        FaceFrame frame = view.frame();
        float[] depth = depths(view, HeadOutline.stretched(mesh, frame, HeadOutline.FOREHEAD));
        float[] ovalDepth = depths(view, HeadOutline.oval(mesh));
        Polygon[] features = HeadOutline.features(mesh).toArray(Polygon[]::new);
        float[] featureDepth = depths(view, features);
        double chinU = frame.u(mesh.point(FaceMesh.CHIN));
        double foreheadU = frame.u(mesh.point(FaceMesh.FOREHEAD));
        float[] logOdds = new float[view.pixels()];
        for (int i = 0; i < logOdds.length; i++) {
            double u = view.u(i);
            double v = view.v(i);
            double odds = depth[i] < 0 ? outside(u, v, depth[i], chinU) : inside(u, v, depth[i], ovalDepth[i]);
            logOdds[i] = (float) odds;
        }
        return new HairPrior(logOdds, depth, ovalDepth, featureDepth, chinU, foreheadU);
    }

    private static float[] depths(HeadView view, Polygon... polygons) {
        Mat coverage = polygons[0].coverage(view.box());
        for (Polygon polygon : polygons) {
            coverage = Coverage.union(coverage, polygon.coverage(view.box()));
        }
        float[] depths = Floats.of(Coverage.depth(coverage));
        for (int i = 0; i < depths.length; i++) {
            depths[i] = (float) (depths[i] / view.frame().height());
        }
        return depths;
    }

    /** Likely around the skull; unlikely where ears, neck, clothes and the air beside the jaw are. */
    private static double outside(double u, double v, double depth, double chinU) {
        double fromEarU = (Math.abs(u) - EAR_U) / .14;
        double fromEarV = (v - EAR_V) / .16;
        double ear = Math.exp(-fromEarU * fromEarU - fromEarV * fromEarV);
        double neck = sigmoid((-.45 - v) / .05) * sigmoid((.65 - Math.abs(u - chinU)) / .1);
        double clothes = sigmoid((-.75 - v) / .08);
        double jaw = sigmoid((-.25 - v) / .06) * Math.clamp(1 + depth / .08, 0, 1);
        double fromSkull = Math.hypot(u / SKULL_WIDTH, (v - SKULL_CENTRE) / SKULL_HEIGHT);
        double far = sigmoid((v + .5) / .1) * Math.clamp((fromSkull - 1.5) / .5, 0, 1);
        return 2.5 * Math.clamp(-depth / .08, 0, 1) - 1.5 * ear - 3 * neck - 2 * clothes - 2 * jaw - 6 * far;
    }

    /**
     * A fringe may hang into the forehead, and hair over the sides of a face; its middle is bare, and what is dark below
     * the nose is rather a beard.
     */
    private static double inside(double u, double v, double depth, double ovalDepth) {
        double lower = 1 - sigmoid((v - .1) / .05);
        double middle = sigmoid((.6 - Math.abs(u)) / .08);
        double beard = sigmoid((-.3 - v) / .05);
        return -Math.clamp(depth / .1, 0, 1)
                - (3 + 4 * middle + 3 * beard) * lower * Math.clamp(ovalDepth / .15, 0, 1)
                - 3 * Math.clamp(ovalDepth / .2, 0, 1);
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
