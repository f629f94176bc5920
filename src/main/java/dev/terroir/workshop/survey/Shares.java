package dev.terroir.workshop.survey;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of something hangs on each of several powers.
 *
 * @param of by country code, from 0 to 1: the part that this country could cut off. A part that
 *     hangs on two countries counts for both, so that these can add up to more than 1
 * @param concentration the Herfindahl-Hirschman index of the shares, scaled to add up to 1: from
 *     near 0 for many equal shares to 1 for a single one; 0 where there is nothing (Hirschman, The
 *     Paternity of an Index, 1964)
 */
public record Shares(SortedMap<String, Double> of, double concentration) {

  static Shares of(Map<String, Double> weights, double total) {
    SortedMap<String, Double> shares = new TreeMap<>();
    double sum = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      shares.put(weight.getKey(), weight.getValue() / total);
      sum += weight.getValue();
    }
    double index = 0;
    for (double weight : weights.values()) {
      index += (weight / sum) * (weight / sum);
    }
    return new Shares(shares, index);
  }
}
