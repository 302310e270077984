package org.vedette.standalone.mail;

import java.util.regex.Pattern;

/** Prepares the HTML of a mail for the frame that shows it. */
final class MailHtml {

    private static final Pattern HEAD = Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);
    private static final String BASE = "<base target=\"_blank\">";

    private MailHtml() {}

    /** Makes links open in a new tab, since the frame is sandboxed. */
    static String openLinksInNewTab(String html) {
        var head = HEAD.matcher(html);
        return head.find() ? html.substring(0, head.end()) + BASE + html.substring(head.end()) : BASE + html;
    }
}
