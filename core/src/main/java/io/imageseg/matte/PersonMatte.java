package io.imageseg.matte;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.imageseg.image.Box;
import io.imageseg.image.Floats;
import io.imageseg.image.Matte;
import io.imageseg.image.Picture;
import io.imageseg.image.Region;
import io.imageseg.model.Tensor;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * All people of a picture and nothing but people. IS-Net knows edges but takes along whatever stands out; the prior knows
 * people but not their edges. On a coarse grid the two are weighed against each other; where they disagree over more than
 * an edge, a classifier decides that learns from this photo's undisputed pixels. Along the outline so found, IS-Net's
 * edges are kept. Not safe for several threads.
 */
public final class PersonMatte {
    private static final int SIDE = PersonPrior.SIDE;
    private static final double WEIGHT_OF_SALIENCE = .8;
    private static final double WEIGHT_OF_CLASSIFIER = 5;
    private static final double MOST_OF_CLASSIFIER = 1.2;
    private static final double PENALTY = .1;
    private static final int LEAST_SAMPLES = 20;
    private static final int EDGE_RADIUS = 4;

    /** People who fill less of the picture than this are looked at from nearer. */
    private static final double SMALL = .3;

    private static final double ZOOM_MARGIN = .3;

    private final SalientMatte salient;
    private final PersonPrior prior;

    public PersonMatte(SalientMatte salient, PersonPrior prior) {
        this.salient = salient;
        this.prior = prior;
    }

    /**
     * The matte, of the picture's size, owned by the caller; empty when there is nobody.
     *
     * @param people where people are, surest first
     */
    public Optional<Matte> of(Picture picture, List<Region> people) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        Box part = part(picture, people);
        try (PointerScope _ = new PointerScope();
                SalientLook look = salient.look(picture, part)) {
            PersonEvidence evidence = PersonEvidence.of(prior, picture, part, people);
            float[] salience = PersonEvidence.onGrid(look.matte().alpha());
            float[] judged = judged(picture, part, look.maps(), evidence, salience);
            float[] logOdds = weighed(evidence, salience, judged);
            Mat large = new Mat();
            resize(Floats.mat(logOdds, SIDE, SIDE), large, new Size(part.width(), part.height()), 0, 0, INTER_LINEAR);
            Mat alpha = PersonOutline.merge(look.matte().alpha(), large);
            Mat whole = new Mat(picture.height(), picture.width(), CV_32FC1, Scalar.all(0));
            alpha.copyTo(new Mat(whole, part.rect()));
            whole.retainReference();
            return Optional.of(new Matte(whole));
        }
    }

    /** The whole picture, or where all people are if that is but a small part of it. */
    private static Box part(Picture picture, List<Region> people) {
        Box whole = picture.box();
        Optional<Box> around = people.stream()
                .flatMap(person -> person.grown(ZOOM_MARGIN).within(whole).stream())
                .reduce(Box::union);
        return around.filter(box -> box.area() < SMALL * whole.area()).orElse(whole);
    }

    /** Whether cells are like the sure people of this photo, about −1 to 1; 0 when too few are sure. */
    private static float[] judged(
            Picture picture, Box part, List<Tensor> maps, PersonEvidence evidence, float[] salience) {
        float[] people = new float[SIDE * SIDE];
        float[] others = new float[SIDE * SIDE];
        boolean boxed = evidence.hasBoxes();
        for (int i = 0; i < people.length; i++) {
            double p = PersonPrior.probability(evidence.logOdds(i));
            double inside = boxed ? evidence.boxes()[i] : 1;
            people[i] = p > .8 && (salience[i] > .5 || p > .95) && inside > .3 ? 1 : 0;
            others[i] = p < .12 && salience[i] < .15 || inside < .05 && p < .3 ? 1 : 0;
        }
        float[] labels = new float[PersonFeatures.SIDE * PersonFeatures.SIDE];
        float[] surePeople = coarse(people);
        float[] sureOthers = coarse(others);
        int positive = 0;
        int negative = 0;
        for (int i = 0; i < labels.length; i++) {
            labels[i] = surePeople[i] > .99 ? 1 : sureOthers[i] > .99 ? -1 : 0;
            positive += labels[i] > 0 ? 1 : 0;
            negative += labels[i] < 0 ? 1 : 0;
        }
        if (positive < LEAST_SAMPLES || negative < LEAST_SAMPLES) {
            return new float[SIDE * SIDE];
        }
        float[] judged = RidgeClassifier.judge(PersonFeatures.of(picture, part, maps), labels, PENALTY);
        return PersonEvidence.onGrid(Floats.mat(judged, PersonFeatures.SIDE, PersonFeatures.SIDE));
    }

    private static float[] coarse(float[] cells) {
        Mat coarse = new Mat();
        resize(
                Floats.mat(cells, SIDE, SIDE),
                coarse,
                new Size(PersonFeatures.SIDE, PersonFeatures.SIDE),
                0,
                0,
                INTER_AREA);
        return Floats.of(coarse);
    }

    private static float[] weighed(PersonEvidence evidence, float[] salience, float[] judged) {
        float[] logOdds = new float[salience.length];
        float[] decided = new float[salience.length];
        Mat differs = new Mat(SIDE, SIDE, CV_8UC1);
        byte[] marks = new byte[salience.length];
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] = evidence.logOdds(i) + (float) (WEIGHT_OF_SALIENCE * PersonPrior.logOdds(salience[i]));
            decided[i] = logOdds[i]
                    + (float) (WEIGHT_OF_CLASSIFIER * Math.clamp(judged[i], -MOST_OF_CLASSIFIER, MOST_OF_CLASSIFIER));
            marks[i] = (byte) ((salience[i] > .5) != (decided[i] > 0) ? 1 : 0);
        }
        differs.data().put(marks);
        morphologyEx(differs, differs, MORPH_OPEN, PersonOutline.disc(EDGE_RADIUS));
        dilate(differs, differs, PersonOutline.disc(EDGE_RADIUS / 2));
        Mat soft = new Mat();
        differs.convertTo(soft, CV_32FC1);
        blur(soft, soft, new Size(5, 5));
        float[] share = Floats.of(soft);
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] += share[i] * (decided[i] - logOdds[i]);
        }
        return logOdds;
    }
}
