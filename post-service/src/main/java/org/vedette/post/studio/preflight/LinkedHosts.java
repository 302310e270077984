package org.vedette.post.studio.preflight;

import com.ibm.icu.text.SpoofChecker;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The hosts of live links, of which some should be no links, and some are not what they look like. */
final class LinkedHosts {

    private static final Pattern LINK = Pattern.compile("(?is)https?://(?:[^/?#@]*@)?([^/:?#]+)(.*)");
    /** Possessive, so that a long word is read once and not once from each of its letters. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}.\\-\\[\\]()]++");

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern PROGRAM = Pattern.compile("(?i).*\\.(exe|dll|ps1|hta|scr|bat|vbs|msi|lnk|iso|apk)");
    private static final SpoofChecker SPOOFS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE)
            .build();

    private final Set<String> defanged;

    private LinkedHosts(Set<String> defanged) {
        this.defanged = defanged;
    }

    /** Knows the hosts that a text has in a form that is no link. */
    static LinkedHosts defangedIn(String text) {
        return new LinkedHosts(WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.contains("[.]") || word.contains("(.)"))
                .map(word -> word.replaceAll("[\\[\\]()]", "").toLowerCase(Locale.ROOT))
                .map(word -> word.endsWith(".") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toSet()));
    }

    /** What is wrong with the address of a link. */
    List<String> complaints(String address) {
        var complaints = new ArrayList<String>();
        var link = LINK.matcher(address);
        if (link.matches()) {
            var host = link.group(1).toLowerCase(Locale.ROOT);
            if (ADDRESS.matcher(host).matches()
                    || host.endsWith(".onion")
                    || defanged.contains(host)
                    || PROGRAM.matcher(link.group(2)).matches()) {
                complaints.add("The link to " + host + " looks like an indicator: defang it, as in hxxps://"
                        + host.replace(".", "[.]") + ".");
            }
            if (isLookAlike(host)) {
                complaints.add("The host " + host + " mixes characters that look alike (" + ascii(host)
                        + "): make sure that it is the one you mean.");
            }
        }
        return complaints;
    }

    private static boolean isLookAlike(String host) {
        try {
            var unicode = IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED);
            return unicode.codePoints().anyMatch(character -> character > 0x7F)
                    && (SPOOFS.failsChecks(unicode) || looksLikeAscii(unicode));
        } catch (IllegalArgumentException notAHost) {
            return false;
        }
    }

    /** Whether its skeleton (UTS #39 §4) is one of ASCII alone, which a host in another script seldom has by chance. */
    private static boolean looksLikeAscii(String host) {
        return SPOOFS.getSkeleton(host).chars().allMatch(character -> character < 0x80);
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException notAHost) {
            return "not a valid host";
        }
    }
}
