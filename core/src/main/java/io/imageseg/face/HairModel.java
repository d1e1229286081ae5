package io.imageseg.face;

import io.imageseg.image.Floats;
import io.imageseg.matte.GuidedFilter;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Which pixels of a head are hair, from place and colour alone: five rounds in which mixtures of the colours of skin,
 * hair and clothes are fitted to what the round before took for them, weighed against the {@link HairPrior}, smoothed
 * along the picture's edges (He et al., "Guided Image Filtering", 2013) and cut down to what hangs together with the top
 * of the head.
 */
final class HairModel {
    private static final int ROUNDS = 5;
    private static final int HAIR_COLOURS = 5;
    private static final int SKIN_COLOURS = 4;
    private static final int CLOTHES_COLOURS = 4;
    private static final int LEAST_SAMPLES = 50;
    private static final int LEAST_CLOTHES = 80;

    /** No colour convinces more than this, in log-odds. */
    private static final double MOST_EVIDENCE = 7;

    /** In heights of the face. */
    private static final double BESIDE_BROW = -.015;

    private static final int SMOOTHING_RADIUS = 4;
    private static final double SMOOTHING_EDGE = 1e-3;
    private static final double SURELY_PERSON = .5;
    private static final double PERHAPS_PERSON = .3;

    /** The density of a colour about which nothing is known: even over Lab. */
    private static final double ANY_COLOUR = -Math.log(100.0 * 120 * 120);

    private final HeadView view;
    private final HairPrior prior;
    private final HairSeeds seeds;

    private HairModel(HeadView view, HairPrior prior, HairSeeds seeds) {
        this.view = view;
        this.prior = prior;
        this.seeds = seeds;
    }

    /** The probability of hair at every pixel of the view; 0 everywhere when nothing can be hair. */
    static float[] probability(HeadView view, HairPrior prior) {
        return new HairModel(view, prior, HairSeeds.of(view, prior)).rounds();
    }

    private float[] rounds() {
        Samples samples = first();
        float[] hair = new float[view.pixels()];
        for (int round = 0; round < ROUNDS && HairSeeds.count(samples.hair) >= LEAST_SAMPLES; round++) {
            hair = smoothed(posterior(samples));
            boolean[] reached = Reach.fromTheTop(view, prior, hair);
            for (int i = 0; i < hair.length; i++) {
                if (!reached[i]) {
                    hair[i] *= mayBeStrand(i) ? .75f : .3f;
                }
            }
            samples = next(hair, reached);
        }
        return hair;
    }

    /** Thin hair above the eyes may be a strand, but a brow that touches the hair is still a brow. */
    private boolean mayBeStrand(int i) {
        return view.v(i) > 0 && prior.featureDepth()[i] < BESIDE_BROW;
    }

    /** What a round learns its colours from: weights of all pixels. */
    private record Samples(float[] skin, float[] hair, float[] clothes) {}

    private Samples first() {
        ColourMixture skin = ColourMixture.fit(view.lab(), seeds.skin(), SKIN_COLOURS);
        float[] likeness = new float[view.pixels()];
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] = seeds.skin()[i] > 0 || seeds.hair()[i] > 0 ? density(skin, i) : 0;
        }
        float[] ofSkin = new float[HairSeeds.count(seeds.skin())];
        int count = 0;
        for (int i = 0; i < likeness.length; i++) {
            if (seeds.skin()[i] > 0) {
                ofSkin[count++] = likeness[i];
            }
        }
        Arrays.sort(ofSkin);
        float usual = count == 0 ? Float.POSITIVE_INFINITY : ofSkin[(int) (.15 * (count - 1))];
        float[] hair = seeds.hair().clone();
        for (int i = 0; i < hair.length; i++) {
            // What lies above the forehead and looks like skin may be a bald head.
            hair[i] *= likeness[i] > usual ? .1f : 1;
        }
        return new Samples(seeds.skin(), hair, seeds.clothes());
    }

    private Samples next(float[] hair, boolean[] reached) {
        float[] skin = HairSeeds.where(view, i -> seeds.skin()[i] > 0 || isBareFace(hair, i) || isNeck(hair, i));
        float[] weighted = new float[hair.length];
        for (int i = 0; i < hair.length; i++) {
            boolean sure = view.person()[i] > SURELY_PERSON && hair[i] > .6 && reached[i];
            weighted[i] = sure ? hair[i] * (view.v(i) > -.3 ? 1 : .4f) : 0;
        }
        float[] clothes = HairSeeds.where(
                view,
                i -> view.person()[i] > SURELY_PERSON
                        && (hair[i] < .4 && view.v(i) < -.72
                                || !reached[i] && view.v(i) < -.5 && prior.depth()[i] < 0));
        return new Samples(skin, weighted, clothes);
    }

    private boolean isBareFace(float[] hair, int i) {
        return hair[i] < .15 && prior.depth()[i] > .02 && view.v(i) < .5 && prior.featureDepth()[i] < -.03;
    }

    private boolean isNeck(float[] hair, int i) {
        return hair[i] < .1
                && view.v(i) < -.45
                && view.v(i) > -.8
                && Math.abs(view.u(i) - prior.chinU()) < .45
                && seeds.fromSkin(view, i) < 2.5;
    }

    private float[] posterior(Samples samples) {
        ColourMixture skin = ColourMixture.fit(view.lab(), samples.skin, SKIN_COLOURS);
        ColourMixture hair = ColourMixture.fit(view.lab(), samples.hair, HAIR_COLOURS);
        boolean dressed = HairSeeds.count(samples.clothes) > LEAST_CLOTHES;
        ColourMixture clothes = dressed ? ColourMixture.fit(view.lab(), samples.clothes, CLOTHES_COLOURS) : skin;
        float[] posterior = new float[view.pixels()];
        for (int i = 0; i < posterior.length; i++) {
            if (view.person()[i] > PERHAPS_PERSON) {
                double below = .6 * HairPrior.sigmoid((-.65 - view.v(i)) / .06);
                double ofClothes = dressed ? density(clothes, i) : ANY_COLOUR;
                double other = sum(Math.log(.96 - below) + density(skin, i), Math.log(below + 1e-6) + ofClothes);
                double evidence = sum(Math.log(.95) + density(hair, i), Math.log(.05) + ANY_COLOUR)
                        - sum(other, Math.log(.04) + ANY_COLOUR);
                posterior[i] = (float)
                        HairPrior.sigmoid(prior.logOdds()[i] + Math.clamp(evidence, -MOST_EVIDENCE, MOST_EVIDENCE));
            }
        }
        return posterior;
    }

    private float density(ColourMixture mixture, int pixel) {
        return mixture.logDensity(view.lab()[3 * pixel], view.lab()[3 * pixel + 1], view.lab()[3 * pixel + 2]);
    }

    /** The logarithm of the sum of two numbers given by their logarithms. */
    private static double sum(double one, double other) {
        double most = Math.max(one, other);
        return most + Math.log1p(Math.exp(Math.min(one, other) - most));
    }

    private float[] smoothed(float[] values) {
        Mat smooth = GuidedFilter.of(
                view.rgb(), Floats.mat(values, view.width(), view.height()), SMOOTHING_RADIUS, SMOOTHING_EDGE);
        float[] clipped = Floats.of(smooth);
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = Math.clamp(clipped[i], 0, 1);
        }
        return clipped;
    }
}
