package org.vedette.notification.webhooks.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages for webhooks of Discord: an embed, which calls nobody, and no mention is allowed besides. */
final class DiscordMessages {

    private DiscordMessages() {}

    static Map<String, Object> of(ChatMessage message) {
        var embed = new LinkedHashMap<String, Object>();
        embed.put("title", cut(plain(message.title())));
        if (message.link() != null) {
            embed.put("url", message.link());
        }
        if (message.teaser() != null) {
            embed.put("description", plain(message.teaser()));
        }
        embed.put("footer", Map.of("text", message.facts()));
        return Map.of("embeds", List.of(embed), "allowed_mentions", Map.of("parse", List.of()));
    }

    private static String plain(String text) {
        return Escapes.mentions(Escapes.markdown(text.replace("<", "\u2039").replace(">", "\u203A")));
    }

    /** Discord refuses longer titles; a backslash at the end would escape nothing. */
    private static String cut(String title) {
        var longest = 256;
        return title.length() <= longest
                ? title
                : title.substring(0, longest - 1).replaceFirst("\\\\+$", "") + "…";
    }
}
