package io.imageseg.matte;

/**
 * What counts as the subject, and how closely the second look goes. Measured on labelled photos and on composites.
 *
 * @param centrality how fast what lies off centre loses, the factor c in exp(−c·d²)
 * @param margin around the subject's box in the second look, as a fraction of the box
 */
public record SubjectChoice(double centrality, double margin) {
    /** The one thing a photo is of. */
    public static final SubjectChoice MAIN_SUBJECT = new SubjectChoice(8, .10);

    /** Products, which may lie anywhere in the photo and whose thin parts reach far out of their box. */
    public static final SubjectChoice PRODUCTS = new SubjectChoice(2, .35);
}
