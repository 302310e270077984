package org.vedette.pages.post;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adapts the HTML of a post to its page: elements that scroll take the keyboard focus, header cells have their scope,
 * the footnotes have a heading, links back from them have a name and stay with their text, links that show their address
 * are marked, and the title of the page stays its only h1.
 *
 * <p>The post service wrote the HTML and escapes every {@code <} outside of tags, so a plain replacement suffices.
 */
public final class PostBody {

    private static final int WORDS_PER_MINUTE = 230;
    private static final int CHARACTERS_PER_MINUTE = 500;

    /** Scripts without blanks between words. */
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** The first character of the first of these scripts. */
    private static final int FIRST_UNSPACED = 0x0E01;

    /** Belongs to no script of its own, but is written in Katakana. */
    private static final int PROLONGED_SOUND_MARK = 0x30FC;

    private static final String LINK_ELSEWHERE = "<a href=\"http";
    private static final Pattern LINK =
            Pattern.compile("<a href=\"(https?://[^\"]*+)\">(?:<code>)?([^<]*+)(?:</code>)?</a>");
    private static final Pattern ENCODED = Pattern.compile("%([2-7][0-9A-F])");
    private static final String BACK_LINK_CLASS = "footnote-backref";
    private static final Pattern BACK_LINK =
            Pattern.compile("<a href=\"#fnref-([^\"]++)\" class=\"" + BACK_LINK_CLASS + "\"");

    // Looks behind, so that a long run of blanks is read once and not once from each of its blanks.
    private static final Pattern BLANK_BEFORE_BACK_LINK = Pattern.compile("(?<!\\s)\\s++(?=<a href=\"#fnref-)");

    private static final String FOOTNOTES = "<section class=\"footnotes\"";
    private static final String NAMED_FOOTNOTES = FOOTNOTES + " aria-labelledby=\"footnotes\">"
            + "<h2 class=\"visually-hidden\" id=\"footnotes\">Footnotes</h2>";

    /** Keeps a link back from a footnote on the line of the word before it. */
    private static final String NO_BREAK_SPACE = "\u00A0";

    private PostBody() {}

    /** Such as 4 min read; never less than one. Signs alone, such as a dash, are no word. */
    public static String readingTime(String text) {
        var characters = 0;
        var words = 0;
        var inWord = false;
        var index = 0;
        while (index < text.length()) {
            var character = text.codePointAt(index);
            index += Character.charCount(character);
            if (isUnspaced(character)) {
                characters++;
                inWord = false;
            } else if (Character.isWhitespace(character)) {
                inWord = false;
            } else if (!inWord && Character.isLetterOrDigit(character)) {
                words++;
                inWord = true;
            }
        }
        var minutes = (double) words / WORDS_PER_MINUTE + (double) characters / CHARACTERS_PER_MINUTE;
        return Math.max(1, Math.round(minutes)) + " min read";
    }

    private static boolean isUnspaced(int character) {
        return character >= FIRST_UNSPACED
                && (character == PROLONGED_SOUND_MARK || UNSPACED.contains(UnicodeScript.of(character)));
    }

    /** The HTML as the page of the post has it. */
    public static String html(String html) {
        return withNamedBackLinks(withMarkedAddresses(ScrollingTables.in(html)))
                .replace("<h1", "<h2")
                .replace("</h1>", "</h2>")
                .replace(FOOTNOTES + ">", NAMED_FOOTNOTES)
                .replace("<pre", "<pre tabindex=\"0\"")
                .replace("<th ", "<th scope=\"col\" ")
                .replace("<th>", "<th scope=\"col\">");
    }

    private static String withNamedBackLinks(String html) {
        if (!html.contains(BACK_LINK_CLASS)) {
            return html;
        }
        return BLANK_BEFORE_BACK_LINK
                .matcher(BACK_LINK.matcher(html).replaceAll("$0 aria-label=\"Back to reference $1\""))
                .replaceAll(NO_BREAK_SPACE);
    }

    /** On paper the address follows the text of a link, save that of a link which shows it anyway. */
    private static String withMarkedAddresses(String html) {
        if (!html.contains(LINK_ELSEWHERE)) {
            return html;
        }
        return LINK.matcher(html).replaceAll(link -> Matcher.quoteReplacement(marked(link)));
    }

    private static String marked(MatchResult link) {
        return shown(link.group(1)).equals(shown(link.group(2)))
                ? link.group().replaceFirst("<a ", "<a class=\"address\" ")
                : link.group();
    }

    /** What a reader sees of an address: without the scheme, and no character of ASCII encoded. */
    private static String shown(String address) {
        var path = address.replaceFirst("^https?://", "").replaceFirst("/$", "");
        return ENCODED.matcher(path).replaceAll(found -> {
            var character = (char) Integer.parseInt(found.group(1), 16);
            return Matcher.quoteReplacement(String.valueOf(character));
        });
    }
}
