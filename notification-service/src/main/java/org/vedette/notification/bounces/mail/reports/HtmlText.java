package org.vedette.notification.bounces.mail.reports;

import java.util.Set;

/** What HTML says without its tags, read once from the beginning to the end. */
final class HtmlText {

    private static final Set<String> UNSEEN = Set.of("style", "script");
    private static final Set<String> ENDING_A_LINE = Set.of("br", "/p", "/div", "/tr", "/li");

    private final String html;
    private final String lowerCase;
    private final StringBuilder text = new StringBuilder();

    private HtmlText(String html) {
        this.html = html;
        this.lowerCase = lowerCase(html);
    }

    static String of(String html) {
        return new HtmlText(html).read();
    }

    private String read() {
        var at = 0;
        while (at < html.length()) {
            var tag = html.indexOf('<', at);
            var end = tag < 0 ? -1 : html.indexOf('>', tag);
            if (end < 0) {
                text.append(html, at, html.length());
                break;
            }
            text.append(html, at, tag);
            at = behind(name(tag + 1, end), end);
        }
        return text.toString()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    /** Of ASCII alone, so that each character keeps its place. */
    private static String lowerCase(String html) {
        var characters = html.toCharArray();
        for (var at = 0; at < characters.length; at++) {
            if (characters[at] >= 'A' && characters[at] <= 'Z') {
                characters[at] = (char) (characters[at] + ('a' - 'A'));
            }
        }
        return new String(characters);
    }

    /** Where the text goes on. */
    private int behind(String name, int end) {
        text.append(ENDING_A_LINE.contains(name) ? '\n' : ' ');
        if (!UNSEEN.contains(name)) {
            return end + 1;
        }
        var closing = lowerCase.indexOf("</" + name, end);
        return closing < 0 ? html.length() : closing;
    }

    private String name(int from, int end) {
        var to = lowerCase.startsWith("/", from) ? from + 1 : from;
        while (to < end && Character.isLetterOrDigit(lowerCase.charAt(to))) {
            to++;
        }
        return lowerCase.substring(from, to);
    }
}
