package org.vedette.notification.webhooks.receivers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a receiver understands. */
public enum ReceiverKind {
    /** A program that gets signed CloudEvents. */
    WEBHOOK("Webhook (CloudEvents, signed)"),
    SLACK("Slack"),
    MATTERMOST("Mattermost"),
    TEAMS("Microsoft Teams (workflow)"),
    DISCORD("Discord");

    private final String title;

    ReceiverKind(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Name in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with a name; empty for none. */
    public static Optional<ReceiverKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Whether people read it in a channel, and the address is the only credential. */
    public boolean isChat() {
        return this != WEBHOOK;
    }

    /** What an address belongs to; a webhook when nothing tells. */
    public static ReceiverKind recognize(ReceiverAddress address) {
        var host = address.host();
        var path = address.path();
        if (host.equals("hooks.slack.com") || host.equals("hooks.slack-gov.com")) {
            return SLACK;
        }
        if (isOf(host, "discord.com") || isOf(host, "discordapp.com")) {
            return path.startsWith("/api/") ? DISCORD : WEBHOOK;
        }
        if (isOf(host, "logic.azure.com") || isOf(host, "powerplatform.com") || isOf(host, "webhook.office.com")) {
            return TEAMS;
        }
        return path.matches(".*/hooks/[a-z0-9]{26}") ? MATTERMOST : WEBHOOK;
    }

    private static boolean isOf(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
