package org.vedette.notification.webhooks.formats;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.events.WebhookEvent;

/**
 * What a channel is told, in plain text on single lines: nothing in it is markup yet.
 *
 * @param title with what happened in front of it, unless the post is new
 * @param teaser null for none
 * @param facts series and label
 * @param link absolute address; null for a post that is not there any more
 */
record ChatMessage(
        String title,
        @Nullable String teaser,
        String facts,
        @Nullable String link) {

    private static final int MAX_TITLE = 250;
    private static final int MAX_TEASER = 500;

    /** Line breaks begin lists and quotations, and direction marks turn text around. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\s]+");

    static ChatMessage of(WebhookEvent event) {
        var card = event.card();
        var gone = event.type() == WebhookEventType.WITHDRAWN;
        var facts = Stream.of(card.series() == null ? "" : card.series(), "TLP:" + card.label())
                .map(ChatMessage::line)
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
        return new ChatMessage(
                cut(prefix(event.type()) + line(card.title()), MAX_TITLE),
                card.teaser() == null ? null : cut(line(card.teaser()), MAX_TEASER),
                gone ? "Not public any more" : facts,
                gone ? null : card.link());
    }

    private static String prefix(WebhookEventType type) {
        return switch (type) {
            case PUBLISHED, PING -> "";
            case REVISED, WITHDRAWN -> {
                var word = type.word();
                yield word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + ": ";
            }
        };
    }

    private static String line(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ").strip();
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
