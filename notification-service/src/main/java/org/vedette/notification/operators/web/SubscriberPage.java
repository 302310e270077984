package org.vedette.notification.operators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * One subscriber.
 *
 * @param facts what is known, each with its label
 * @param suppressPath where the form to suppress is sent; null when that is not possible
 * @param liftPath where the form to lift a suppression is sent; null when there is none
 * @param mails the mails, the newest first
 */
public record SubscriberPage(
        ApplicationLayout layout,
        String address,
        List<Fact> facts,
        @Nullable String suppressPath,
        @Nullable String liftPath,
        List<MailRow> mails) {

    public SubscriberPage {
        facts = List.copyOf(facts);
        mails = List.copyOf(mails);
    }

    /** A line of what is known. */
    public record Fact(String label, String text) {}

    /** A mail. */
    public record MailRow(String at, String about, String state, int attempts, String reply) {}
}
