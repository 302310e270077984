package org.vedette.gateway.status;

/** What people do with the suite, in the order of the status page. */
enum PublicFunction {
    READING("reading", "Reading posts", "feed-service"),
    SEARCHING("searching", "Searching", "feed-service"),
    LIVE_UPDATES("live-updates", "Live updates", "feed-service"),
    PUBLISHING("publishing", "Writing and publishing", "post-service"),
    ALERTS("alerts", "Subscriptions and alerts by mail", "notification-service");

    private final String key;
    private final String title;
    private final String service;

    PublicFunction(String key, String title, String service) {
        this.key = key;
        this.title = title;
        this.service = service;
    }

    /** Its name in JSON, and in what a service tells. */
    String key() {
        return key;
    }

    String title() {
        return title;
    }

    /** The service that it needs. */
    String service() {
        return service;
    }
}
