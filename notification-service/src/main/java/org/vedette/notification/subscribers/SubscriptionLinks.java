package org.vedette.notification.subscribers;

import java.time.Instant;

/** Builds the links in mails, from the configured base URL and never from a request. */
public final class SubscriptionLinks {

    /** Address of the page to unsubscribe, but for the token. */
    public static final String UNSUBSCRIBE = "/subscriptions/unsubscribe?token=";

    /** The parameter that says which mail a link was in; it tells nothing about a person, and nothing depends on it. */
    public static final String MAIL = "&mail=";

    /** Address of the page of preferences, but for the token. */
    public static final String PREFERENCES = "/subscriptions/preferences?token=";

    private final String baseUrl;
    private final LinkTokens tokens;

    /**
     * The links of one site.
     *
     * @param baseUrl address of the site, without a slash at the end
     */
    public SubscriptionLinks(String baseUrl, LinkTokens tokens) {
        this.baseUrl = baseUrl;
        this.tokens = tokens;
    }

    /** The link to the page that confirms a subscription. */
    public String confirm(Pending subscriber, Instant requestedAt) {
        return baseUrl + "/subscriptions/confirm?token=" + tokens.confirmation(subscriber, requestedAt);
    }

    /** The link that ends a subscription, by one click (RFC 8058) or on its page. It never expires. */
    public String unsubscribe(SubscriberId subscriber) {
        return baseUrl + UNSUBSCRIBE + tokens.unsubscribe(subscriber);
    }

    /** The link to the page where a subscriber chooses, moves, leaves, and finds everything else. It never expires. */
    public String preferences(SubscriberId subscriber) {
        return baseUrl + PREFERENCES + tokens.unsubscribe(subscriber);
    }

    /** The token of {@link #unsubscribe}, which opens the page of preferences as well. */
    public String token(SubscriberId subscriber) {
        return tokens.unsubscribe(subscriber);
    }

    /** The link by which a mailbox confirms a change of address. */
    public String changeAddress(SubscriberId subscriber, Instant requestedAt, AddressChange.Mailbox mailbox) {
        return baseUrl + "/subscriptions/address?token=" + tokens.changeAddress(subscriber, requestedAt, mailbox);
    }

    /** The link to what is stored about a subscriber. */
    public String ownData(Subscriber subscriber, Instant requestedAt) {
        return baseUrl + "/subscriptions/data?token=" + tokens.ownData(subscriber, requestedAt);
    }
}
