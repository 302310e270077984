package org.vedette.feed.site.post;

import java.util.StringTokenizer;

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

    private PostBody() {}

    /** Such as 4 min read; never less than one. */
    static String readingTime(String text) {
        var words = new StringTokenizer(text).countTokens();
        return Math.max(1, Math.round((float) words / WORDS_PER_MINUTE)) + " min read";
    }

    static String html(String html) {
        return html.replace("<h1", "<h2")
                .replace("</h1>", "</h2>")
                .replace("<pre>", "<pre tabindex=\"0\">")
                .replace("<table>", SCROLLING_TABLE)
                .replace("</table>", "</table></div>")
                .replace("<th ", "<th scope=\"col\" ")
                .replace("<th>", "<th scope=\"col\">");
    }
}
