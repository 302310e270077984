package org.vedette.notification.domains;

import com.ibm.icu.text.IDNA;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Converts domain names to the ASCII form in which mail servers look them up, by IDNA 2008 (RFC 5891): {@code
 * straße.example} is a domain of its own and not {@code strasse.example}, as {@link java.net.IDN} has it.
 */
public final class InternationalDomain {

    /** Maps what is typed as browsers do (UTS 46), and keeps what IDNA 2008 tells apart. */
    private static final IDNA UTS_46 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.CHECK_CONTEXTO);

    /** UTS 46 lets symbols pass, which RFC 5891 §4.2.2 does not: letters, digits, marks, joiners and a few signs between them. */
    private static final Pattern WITHOUT_SYMBOLS =
            Pattern.compile("[\\p{ASCII}\\p{L}\\p{M}\\p{Nd}\\u30FB\\u00B7\\u0375\\u05F3\\u05F4\\u0F0B\\u200C\\u200D]*");

    private InternationalDomain() {}

    /** The domain in lower-case ASCII; empty when a label cannot be one. */
    public static Optional<String> toAscii(String domain) {
        var unicode = new StringBuilder();
        UTS_46.nameToUnicode(domain, unicode, new IDNA.Info());
        var ascii = new StringBuilder();
        var info = new IDNA.Info();
        UTS_46.nameToASCII(domain, ascii, info);
        return info.hasErrors() || !WITHOUT_SYMBOLS.matcher(unicode).matches()
                ? Optional.empty()
                : Optional.of(ascii.toString());
    }
}
