package org.vedette.notification.preferences;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a text, in time proportional to its length. As the search does, it refangs indicators, ignores case and
 * accents, and finds a domain by the domains above it and an indicator by its words.
 */
public final class Words {

    /** More words than that are in no post that people read; what is behind them is not watched for. */
    static final int MOST_WORDS = 50_000;

    /** Of a domain, in characters. */
    private static final int LONGEST_HOST = 253;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final Pattern DEFANGED_DOT =
            Pattern.compile("[\\[({]\\s?(?:\\.|dot)\\s?[\\])}]|\\[\\.|\\.]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFANGED_AT =
            Pattern.compile("[\\[({]\\s?(?:@|at)\\s?[\\])}]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFANGED_COLON = Pattern.compile("\\[(:(?://)?)]");
    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+]{1,9}://");
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{N}.:@/_-]+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern JOINTS = Pattern.compile("[.:@/_-]+");

    private Words() {}

    /** The words of some texts. */
    public static Set<String> of(String... texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            var runs = RUN.matcher(fold(text));
            while (runs.find() && words.size() < MOST_WORDS) {
                add(withoutScheme(runs.group()), words);
            }
        }
        return words;
    }

    /** One word as {@link #of} has it: the same for all spellings of an indicator. */
    static String normalize(String word) {
        return withoutScheme(fold(word));
    }

    private static String fold(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var withoutMarks = MARKS.matcher(composed).replaceAll("");
        var dots = DEFANGED_DOT.matcher(withoutMarks).replaceAll(".");
        var ats = DEFANGED_AT.matcher(dots).replaceAll("@");
        return DEFANGED_COLON.matcher(ats).replaceAll("$1");
    }

    private static String withoutScheme(String run) {
        return withoutEdges(SCHEME.matcher(run).replaceFirst(""));
    }

    private static String withoutEdges(String run) {
        return EDGES.matcher(run).replaceAll("");
    }

    private static void add(String run, Set<String> words) {
        if (run.isEmpty()) {
            return;
        }
        words.add(run);
        if (JOINTS.matcher(run).find()) {
            words.addAll(Stream.of(JOINTS.split(run, 0))
                    .filter(part -> !part.isEmpty())
                    .toList());
            addHost(run, words);
        }
    }

    private static void addHost(String run, Set<String> words) {
        var authority = run.split("/", 2)[0];
        var host = authority.substring(authority.lastIndexOf('@') + 1).split(":", 2)[0];
        if (host.length() > LONGEST_HOST) {
            return;
        }
        for (var dot = 0; dot >= 0; dot = nextLabel(host, dot)) {
            var domain = withoutEdges(host.substring(dot));
            if (domain.indexOf('.') > 0) {
                words.add(domain);
            }
        }
    }

    private static int nextLabel(String host, int from) {
        var dot = host.indexOf('.', from);
        return dot < 0 ? -1 : dot + 1;
    }
}
