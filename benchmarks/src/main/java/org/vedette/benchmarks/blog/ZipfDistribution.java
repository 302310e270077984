package org.vedette.benchmarks.blog;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ranks from 0, drawn as words are in a text: the n-th most frequent one is drawn a n-th as often as the first. */
final class ZipfDistribution {

    private final double[] upTo;

    ZipfDistribution(int size) {
        upTo = new double[size];
        var sum = 0.0;
        for (int rank = 0; rank < size; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
    }

    int draw(RandomGenerator random) {
        var found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return found < 0 ? -found - 1 : found;
    }
}
