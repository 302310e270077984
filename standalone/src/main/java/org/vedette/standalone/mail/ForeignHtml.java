package org.vedette.standalone.mail;

import java.util.regex.Pattern;

/** The HTML of a mail, made fit for its frame. */
final class ForeignHtml {

    private static final Pattern HEAD = Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);
    private static final String BASE = "<base target=\"_blank\">";

    private ForeignHtml() {}

    /** Makes links open in a tab of their own, since nothing may be opened inside the frame. */
    static String opensLinksElsewhere(String html) {
        var head = HEAD.matcher(html);
        return head.find() ? html.substring(0, head.end()) + BASE + html.substring(head.end()) : BASE + html;
    }
}
