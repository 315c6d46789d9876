package lethe.harness.campaign;

import java.util.List;

/** Least squares. */
final class Fit {
  private Fit() {}

  /** The slope of the line through points x, y that misses them least. */
  static double slope(List<Double> x, List<Double> y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < x.size(); i++) {
      covariance += (x.get(i) - meanX) * (y.get(i) - meanY);
      variance += (x.get(i) - meanX) * (x.get(i) - meanX);
    }
    return covariance / variance;
  }

  /** The power of n with which a cost grows: 1 if it is linear, 2 if it is quadratic. */
  static double exponent(List<Integer> n, List<Long> cost) {
    return slope(
        n.stream().map(size -> Math.log(size)).toList(),
        cost.stream().map(c -> Math.log((double) Math.max(c, 1))).toList());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
