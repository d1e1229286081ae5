package io.imageseg.face;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Pixels that are skin, hair or clothes by their place and, for skin, by their likeness to the rest of it; 1 where they
 * are, else 0.
 */
record HairSeeds(float[] skin, float[] hair, float[] clothes, double[] skinColour) {
    private static final int LEAST_HAIR = 60;
    private static final double OUTLIERS = .85;

    /** As far from each other as this, colours are the same: a face of one even colour is skin too. */
    private static final double SAME = .01;

    private static final double BESIDE_FEATURES = -.03;

    static HairSeeds of(HeadView view, HairPrior prior) {
        float[] core = where(view, i -> {
            double v = view.v(i);
            return prior.ovalDepth()[i] > .07 && v < .12 && v > -.5 && prior.featureDepth()[i] < BESIDE_FEATURES;
        });
        double[] colour = {median(view, core, 0), median(view, core, 1), median(view, core, 2)};
        double far = Math.max(SAME, percentile(view, core, colour));
        float[] skin = where(
                view,
                i -> core[i] > 0 && distance(view, i, colour, 14, 8) < far
                        || isForehead(view, prior, i) && distance(view, i, colour, 22, 9) < 1.6);
        float[] hair = where(
                view, i -> view.person()[i] > .9 && view.v(i) > .5 && Math.abs(view.u(i) - prior.foreheadU()) < .9);
        if (count(hair) < LEAST_HAIR) {
            hair = where(view, i -> view.person()[i] > .9 && prior.depth()[i] < -.03 && view.v(i) > .15);
        }
        float[] clothes =
                where(view, i -> view.person()[i] > .9 && view.v(i) < -.8 && Math.abs(view.u(i) - prior.chinU()) < .45);
        return new HairSeeds(skin, hair, clothes, colour);
    }

    private static boolean isForehead(HeadView view, HairPrior prior, int i) {
        return prior.ovalDepth()[i] > .03 && view.v(i) > .1 && Math.abs(view.u(i) - prior.foreheadU()) < .45;
    }

    /** How far a pixel's colour is from the skin's, in rough deviations of lightness and of colour. */
    double fromSkin(HeadView view, int pixel) {
        return distance(view, pixel, skinColour, 22, 9);
    }

    private static double distance(HeadView view, int pixel, double[] colour, double lightness, double tint) {
        double l = (view.lab()[3 * pixel] - colour[0]) / lightness;
        double a = (view.lab()[3 * pixel + 1] - colour[1]) / tint;
        double b = (view.lab()[3 * pixel + 2] - colour[2]) / tint;
        return Math.sqrt(l * l + a * a + b * b);
    }

    static float[] where(HeadView view, IntPredicate chosen) {
        float[] mask = new float[view.pixels()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = chosen.test(i) ? 1 : 0;
        }
        return mask;
    }

    static int count(float[] mask) {
        int count = 0;
        for (float value : mask) {
            count += value > 0 ? 1 : 0;
        }
        return count;
    }

    private static double median(HeadView view, float[] mask, int channel) {
        float[] values = new float[count(mask)];
        int count = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] > 0) {
                values[count++] = view.lab()[3 * i + channel];
            }
        }
        Arrays.sort(values);
        return count == 0 ? 0 : values[count / 2];
    }

    private static double percentile(HeadView view, float[] mask, double[] colour) {
        double[] far = new double[count(mask)];
        int count = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] > 0) {
                far[count++] = distance(view, i, colour, 14, 8);
            }
        }
        Arrays.sort(far);
        return count == 0 ? 0 : far[(int) (OUTLIERS * (count - 1))];
    }
}
