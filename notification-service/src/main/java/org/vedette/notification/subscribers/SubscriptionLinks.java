package org.vedette.notification.subscribers;

import java.time.Instant;

/** The addresses that mails lead to; built from the configured base URL, never from a request. */
public final class SubscriptionLinks {

    private final String baseUrl;
    private final LinkTokens tokens;

    /**
     * Links into one site.
     *
     * @param baseUrl where readers find the site, without a slash at its end
     */
    public SubscriptionLinks(String baseUrl, LinkTokens tokens) {
        this.baseUrl = baseUrl;
        this.tokens = tokens;
    }

    /** Leads to the page that confirms a subscription. */
    public String confirm(Pending subscriber, Instant requestedAt) {
        return baseUrl + "/subscriptions/confirm?token=" + tokens.confirmation(subscriber, requestedAt);
    }

    /** Ends a subscription, by one click (RFC 8058) or on its page; works for ever. */
    public String unsubscribe(SubscriberId subscriber) {
        return baseUrl + "/subscriptions/unsubscribe?token=" + tokens.unsubscribe(subscriber);
    }
}
