package org.vedette.notification.domains;

import static java.util.Comparator.comparingInt;

import java.util.stream.IntStream;

/** Encodes Unicode as Punycode (RFC 3492 §6.3), with the parameters of domain names (§5). */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int FIRST_NON_ASCII = 0x80;

    private Punycode() {}

    /** Encodes a label that is not ASCII: first its ASCII characters, then where which of the others are inserted. */
    static String encode(String label) {
        var input = label.codePoints().toArray();
        var output = asciiOf(input);
        var ascii = output.length();
        output.append(ascii > 0 ? "-" : "");
        var bias = INITIAL_BIAS;
        var previous = FIRST_NON_ASCII;
        var next = 0;
        var handled = ascii;
        for (int index : indexesOfOthers(input)) {
            var position = positionAmongHandled(index, input);
            var delta = (input[index] - previous) * (handled + 1) + position - next;
            append(delta, bias, output);
            handled++;
            bias = adaptedBias(delta, handled, handled == ascii + 1);
            previous = input[index];
            next = position + 1;
        }
        return output.toString();
    }

    private static StringBuilder asciiOf(int[] input) {
        return IntStream.of(input)
                .filter(codePoint -> codePoint < FIRST_NON_ASCII)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    /** In the order of their code points, equal ones from left to right. */
    private static Iterable<Integer> indexesOfOthers(int[] input) {
        return IntStream.range(0, input.length)
                .filter(index -> input[index] >= FIRST_NON_ASCII)
                .boxed()
                .sorted(comparingInt(index -> input[index]))
                .toList();
    }

    private static int positionAmongHandled(int index, int[] input) {
        return (int) IntStream.range(0, index)
                .filter(before -> input[before] <= input[index])
                .count();
    }

    /** Appends a variable-length integer (§3.3). */
    private static void append(int number, int bias, StringBuilder output) {
        var rest = number;
        for (var k = BASE; ; k += BASE) {
            var threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
            if (rest < threshold) {
                output.append(digit(rest));
                return;
            }
            output.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    /** Bias adaptation (§6.1). */
    private static int adaptedBias(int delta, int handled, boolean isFirst) {
        var scaled = isFirst ? delta / DAMP : delta / 2;
        scaled += scaled / handled;
        var k = 0;
        while (scaled > (BASE - T_MIN) * T_MAX / 2) {
            scaled /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * scaled / (scaled + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
