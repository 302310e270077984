package org.vedette.notification.webhooks.formats;

import java.util.List;
import java.util.Map;

/** Messages for incoming webhooks of Slack, as text that is taken verbatim: neither names nor addresses in it become links. */
final class SlackMessages {

    private SlackMessages() {}

    static Map<String, Object> of(ChatMessage message) {
        var title = Escapes.mentions(Escapes.entities(message.title()));
        var heading = message.link() == null ? title : "<" + Escapes.entities(message.link()) + "|" + title + ">";
        var teaser = message.teaser() == null ? "" : "\n" + Escapes.mentions(Escapes.entities(message.teaser()));
        var facts = Escapes.mentions(Escapes.entities(message.facts()));
        return Map.of(
                "text",
                title,
                "unfurl_links",
                false,
                "blocks",
                List.of(
                        Map.of("type", "section", "text", text(heading + teaser)),
                        Map.of("type", "context", "elements", List.of(text(facts)))));
    }

    private static Map<String, Object> text(String mrkdwn) {
        return Map.of("type", "mrkdwn", "text", mrkdwn, "verbatim", true);
    }
}
