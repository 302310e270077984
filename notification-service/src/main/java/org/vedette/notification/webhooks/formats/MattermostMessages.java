package org.vedette.notification.webhooks.formats;

import java.util.Map;

/** Messages for incoming webhooks of Mattermost, which reads Markdown, and mentions and links in the form of Slack as well. */
final class MattermostMessages {

    private MattermostMessages() {}

    static Map<String, Object> of(ChatMessage message) {
        var title = plain(message.title());
        var heading = message.link() == null ? "**" + title + "**" : "**[" + title + "](" + message.link() + ")**";
        var teaser = message.teaser() == null ? "" : "\n" + plain(message.teaser());
        return Map.of("text", heading + teaser + "\n" + plain(message.facts()));
    }

    private static String plain(String text) {
        return Escapes.entities(Escapes.mentions(Escapes.markdown(text)));
    }
}
