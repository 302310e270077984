package org.vedette.feed.site.post;

import java.util.StringTokenizer;
import java.util.regex.Pattern;

/**
 * Adapts the HTML of a post to its page: elements that scroll take the keyboard focus, header cells have their scope,
 * and the title of the page stays its only h1.
 *
 * <p>The post service wrote the HTML and escapes every {@code <} outside of tags, so a plain replacement suffices.
 */
final class PostBody {

    private static final String SCROLLING_TABLE =
            "<div class=\"table-scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>";

    private static final int WORDS_PER_MINUTE = 230;
    private static final int CHARACTERS_PER_MINUTE = 500;

    /** Scripts without blanks between words. */
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");

    private PostBody() {}

    /** Such as 4 min read; never less than one. */
    static String readingTime(String text) {
        var characters = UNSPACED.matcher(text).results().count();
        var words = new StringTokenizer(UNSPACED.matcher(text).replaceAll(" ")).countTokens();
        var minutes = (double) words / WORDS_PER_MINUTE + (double) characters / CHARACTERS_PER_MINUTE;
        return Math.max(1, Math.round(minutes)) + " min read";
    }

    static String html(String html) {
        return html.replace("<h1", "<h2")
                .replace("</h1>", "</h2>")
                .replace("<pre", "<pre tabindex=\"0\"")
                .replace("<table>", SCROLLING_TABLE)
                .replace("</table>", "</table></div>")
                .replace("<th ", "<th scope=\"col\" ")
                .replace("<th>", "<th scope=\"col\">");
    }
}
