package io.imageseg.face;

/**
 * A weighted normal distribution over three values, kept as the inverse of its covariance's Cholesky factor.
 *
 * @param constant the logarithm of the weight and of what makes the density integrate to 1
 */
record Gaussian(
        double meanL,
        double meanA,
        double meanB,
        double ll,
        double al,
        double aa,
        double bl,
        double ba,
        double bb,
        double constant) {
    private static final double TINY = 1e-6;

    /**
     * From weighted sums: of 1, l, a, b, ll, la, lb, aa, ab, bb.
     *
     * @param total the weight of all components
     */
    static Gaussian of(double[] sums, double total, double regularisation) {
        double n = sums[0] + TINY;
        double l = sums[1] / n;
        double a = sums[2] / n;
        double b = sums[3] / n;
        double vll = Math.max(0, sums[4] / n - l * l) + regularisation;
        double vla = sums[5] / n - l * a;
        double vlb = sums[6] / n - l * b;
        double vaa = Math.max(0, sums[7] / n - a * a) + regularisation;
        double vab = sums[8] / n - a * b;
        double vbb = Math.max(0, sums[9] / n - b * b) + regularisation;
        double c00 = Math.sqrt(vll);
        double c10 = vla / c00;
        double c11 = Math.sqrt(Math.max(regularisation, vaa - c10 * c10));
        double c20 = vlb / c00;
        double c21 = (vab - c20 * c10) / c11;
        double c22 = Math.sqrt(Math.max(regularisation, vbb - c20 * c20 - c21 * c21));
        double i10 = -c10 / (c00 * c11);
        double i21 = -c21 / (c11 * c22);
        double i20 = (c10 * c21 / c11 - c20) / (c00 * c22);
        double constant = Math.log(n / (total + TINY) + 1e-9) - Math.log(c00 * c11 * c22) - 1.5 * Math.log(2 * Math.PI);
        return new Gaussian(l, a, b, 1 / c00, i10, 1 / c11, i20, i21, 1 / c22, constant);
    }

    double logDensity(double l, double a, double b) {
        double dl = l - meanL;
        double da = a - meanA;
        double db = b - meanB;
        double x = ll * dl;
        double y = al * dl + aa * da;
        double z = bl * dl + ba * da + bb * db;
        return constant - .5 * (x * x + y * y + z * z);
    }
}
