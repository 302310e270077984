package org.vedette.feed.entries.messaging;

/** The broker did not take the news of a change; it may the next time. */
final class AnnouncementFailed extends RuntimeException {

    AnnouncementFailed(Throwable cause) {
        super("the change of an entry could not be announced", cause);
    }
}
