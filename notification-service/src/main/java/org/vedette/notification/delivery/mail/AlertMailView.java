package org.vedette.notification.delivery.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Period;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.Occasion;
import org.vedette.notification.subscribers.SubscriptionLinks;

/**
 * The content of both parts of an alert mail, as plain text.
 *
 * @param kicker date, series and period of the post
 * @param credits the bylines
 * @param summary the editor's introduction, or the excerpt where there is none
 * @param marking the TLP label
 * @param post permalink
 * @param action what its link is for
 * @param unsubscribe the link to unsubscribe, with a placeholder for the subscriber's token
 * @param preferences the link to the subscriber's preferences, with the same placeholder
 * @param legalPages the imprint and the privacy page, where they exist
 * @param postalAddress postal address of the sender; null for none
 */
public record AlertMailView(
        String siteTitle,
        String kicker,
        DirectedText title,
        String credits,
        DirectedText summary,
        String marking,
        String post,
        String action,
        String unsubscribe,
        String preferences,
        List<FooterLink> legalPages,
        @Nullable String postalAddress) {

    /** As many as lists of the site show; of more, the last ones are counted. */
    private static final int MAX_BYLINES = 3;

    public AlertMailView {
        legalPages = List.copyOf(legalPages);
    }

    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);

    static AlertMailView of(Alert alert, MailIdentity identity, ZoneId zone) {
        var post = alert.post();
        var language = Objects.requireNonNullElse(post.language(), identity.siteLanguage());
        return new AlertMailView(
                identity.siteTitle(),
                occasion(alert.occasion()) + kicker(post, zone),
                new DirectedText(clean(post.title()), language),
                credits(post.bylines()),
                new DirectedText(clean(summary(alert)), language),
                "TLP:" + clean(post.tlp()),
                identity.baseUrl() + "/posts/" + clean(post.slug()),
                alert.occasion() instanceof Occasion.Withdrawal ? "See the notice" : "Read the post",
                identity.unsubscribe() + SubscriptionLinks.MAIL + alert.id(),
                identity.preferences(),
                identity.legalPages(),
                identity.postalAddress());
    }

    private static String occasion(Occasion occasion) {
        if (occasion instanceof Occasion.Publication) {
            return "";
        }
        return occasion instanceof Occasion.Correction ? "Correction · " : "Withdrawn · ";
    }

    private static String summary(Alert alert) {
        if (alert.occasion() instanceof Occasion.Correction correction) {
            return correction.text();
        }
        if (alert.occasion() instanceof Occasion.Withdrawal withdrawal) {
            return Objects.requireNonNullElse(
                    withdrawal.reason(), "We have withdrawn this post. Please do not rely on it any more.");
        }
        var post = alert.post();
        return post.standfirst() == null ? post.excerpt() : post.standfirst();
    }

    private static String kicker(AlertedPost post, ZoneId zone) {
        var date = date(post.publishedAt(), zone);
        if (post.series() == null) {
            return date;
        }
        var series = date + " · " + isolated(post.series().title());
        return post.period() == null ? series : series + " · " + period(post.period());
    }

    static String date(Instant instant, ZoneId zone) {
        return LONG_DATE.format(LocalDate.ofInstant(instant, zone));
    }

    private static String period(Period period) {
        var sameYear = period.from().getYear() == period.to().getYear();
        return (sameYear ? DAY_OF_YEAR : LONG_DATE).format(period.from()) + " – " + LONG_DATE.format(period.to());
    }

    static String credits(List<Byline> bylines) {
        var more = bylines.size() <= MAX_BYLINES ? 0 : bylines.size() - MAX_BYLINES + 1;
        return bylines.stream()
                .limit(bylines.size() - more)
                .map(byline -> isolated(byline.line()))
                .collect(Collectors.joining("; ", "By ", more == 0 ? "" : " and " + more + " others"));
    }

    private static String isolated(String text) {
        return new DirectedText(clean(text), null).isolated();
    }

    /** Makes one line of a text, without control characters and without the placeholder of the link. */
    static String clean(String text) {
        return text.replace(MailTemplate.LINK_PLACEHOLDER, "")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }

    /**
     * A link at the end of a mail.
     *
     * @param text what it says
     * @param url where it leads, absolute
     */
    public record FooterLink(String text, String url) {}
}
