package org.vedette.notification.domains;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Converts domain names to the ASCII form in which mail servers look them up, by IDNA 2008 (RFC 5891): {@code
 * straße.example} is a domain of its own and not {@code strasse.example}, as {@link java.net.IDN} has it.
 */
public final class InternationalDomain {

    private static final int LONGEST_LABEL = 63;
    private static final Pattern ASCII = Pattern.compile("[ -~]*");

    /** The full stops that UTS 46 maps to a dot. */
    private static final Pattern DOT = Pattern.compile("[.\u3002\uFF0E\uFF61]");

    /** RFC 5891 §4.2.3: letters, digits and marks, but no mark in front and no hyphen at an end or in the third place. */
    private static final Pattern LABEL =
            Pattern.compile("(?!-|..--|\\p{M})[\\p{L}\\p{M}\\p{Nd}\\u30FB\\u00B7\\u0F0B\\u200C\\u200D-]+(?<!-)");

    /** RFC 5892 §A.1, A.2: joiners after a virama; a non-joiner also between Arabic letters. */
    private static final Pattern MISPLACED_JOINER =
            Pattern.compile("(?<![\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA])\\u200D"
                    + "|(?<![\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA\\p{IsArabic}])\\u200C"
                    + "|(?<=\\p{IsArabic})\\u200C(?!\\p{IsArabic})");

    private InternationalDomain() {}

    /** The domain in lower-case ASCII; empty when a label cannot be one. */
    public static Optional<String> toAscii(String domain) {
        var labels = Stream.of(DOT.split(domain, -1))
                .map(InternationalDomain::asciiLabel)
                .toList();
        return labels.stream().allMatch(Optional::isPresent)
                ? Optional.of(labels.stream().flatMap(Optional::stream).collect(Collectors.joining(".")))
                : Optional.empty();
    }

    private static Optional<String> asciiLabel(String typed) {
        // Compatibility forms such as full-width letters are mapped, as UTS 46 does.
        var label = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (ASCII.matcher(label).matches()) {
            return Optional.of(label);
        }
        var normalized = Normalizer.normalize(label, Normalizer.Form.NFC);
        if (!LABEL.matcher(normalized).matches()
                || MISPLACED_JOINER.matcher(normalized).find()) {
            return Optional.empty();
        }
        return Optional.of("xn--" + Punycode.encode(normalized)).filter(ascii -> ascii.length() <= LONGEST_LABEL);
    }
}
