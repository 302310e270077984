package org.vedette.feed.site.story;

/**
 * The body of a post as its page shows it: what scrolls inside itself can be reached by keyboard, the cells of a head
 * say so, and the title stays the only heading of the first order.
 *
 * <p>The post service wrote the HTML and escapes every {@code <} that is none of a tag, so a plain replacement suffices.
 */
public final class PostBody {

    private static final String SCROLLING_TABLE =
            "<div class=\"table-scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>";

    private PostBody() {}

    public static String of(String html) {
        return html.replace("<h1", "<h2")
                .replace("</h1>", "</h2>")
                .replace("<pre>", "<pre tabindex=\"0\">")
                .replace("<table>", SCROLLING_TABLE)
                .replace("</table>", "</table></div>")
                .replace("<th ", "<th scope=\"col\" ")
                .replace("<th>", "<th scope=\"col\">");
    }
}
