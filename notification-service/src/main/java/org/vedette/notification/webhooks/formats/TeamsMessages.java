package org.vedette.notification.webhooks.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Messages for workflows of Microsoft Teams: an Adaptive Card. The text is in text runs, which know no Markdown, and mentions need
 * entities that the card does not have.
 */
final class TeamsMessages {

    private TeamsMessages() {}

    static Map<String, Object> of(ChatMessage message) {
        var body = new ArrayList<Map<String, Object>>();
        body.add(paragraph(Map.of("type", "TextRun", "text", message.title(), "weight", "bolder", "size", "medium")));
        if (message.teaser() != null) {
            body.add(paragraph(Map.of("type", "TextRun", "text", message.teaser())));
        }
        body.add(paragraph(Map.of("type", "TextRun", "text", message.facts(), "isSubtle", true, "size", "small")));
        var actions = message.link() == null
                ? List.of()
                : List.of(Map.of("type", "Action.OpenUrl", "title", "Read", "url", message.link()));
        var card = Map.of(
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                "body",
                body,
                "actions",
                actions);
        var attachment = Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card);
        return Map.of("type", "message", "attachments", List.of(attachment));
    }

    private static Map<String, Object> paragraph(Map<String, Object> run) {
        return Map.of("type", "RichTextBlock", "inlines", List.of(run));
    }
}
