package org.vedette.notification.webhooks.formats;

import java.util.regex.Pattern;

/** Makes plain text of what chats would take for markup. */
final class Escapes {

    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]()#+\\-.!|~>:^=]");

    /** Invisible, and ends a name that a chat would call by it. */
    private static final String ZERO_WIDTH_SPACE = "\u200B";

    private Escapes() {}

    /** Control characters of Slack, by which it writes links and mentions. */
    static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Names that are called: {@code @everyone}, {@code @channel}, {@code @ada}. */
    static String mentions(String text) {
        return text.replace("@", "@" + ZERO_WIDTH_SPACE);
    }

    /** All punctuation that means something in Markdown. */
    static String markdown(String text) {
        return MARKDOWN.matcher(text).replaceAll("\\\\$0");
    }
}
