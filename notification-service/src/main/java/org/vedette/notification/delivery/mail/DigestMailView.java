package org.vedette.notification.delivery.mail;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.vedette.notification.delivery.mail.AlertMailView.FooterLink;
import org.vedette.notification.digests.Digest;
import org.vedette.notification.digests.DigestedPost;
import org.vedette.notification.subscribers.SubscriptionLinks;

/**
 * The content of both parts of a digest mail, as plain text.
 *
 * @param kicker the days that it tells of
 * @param sections the posts by series
 * @param unsubscribe the link to unsubscribe, with a placeholder for the subscriber's token
 * @param preferences the link to the subscriber's preferences, with the same placeholder
 * @param legalPages the imprint and the privacy page, where they exist
 */
public record DigestMailView(
        String siteTitle,
        String kicker,
        List<Section> sections,
        String unsubscribe,
        String preferences,
        List<FooterLink> legalPages) {

    public DigestMailView {
        sections = List.copyOf(sections);
        legalPages = List.copyOf(legalPages);
    }

    /** The posts of one series. */
    public record Section(String title, List<Post> posts) {

        public Section {
            posts = List.copyOf(posts);
        }
    }

    /** A post. */
    public record Post(DirectedText title, String credits, DirectedText summary, String url) {}

    static DigestMailView of(Digest digest, MailIdentity identity, ZoneId zone) {
        var run = digest.run();
        var days = AlertMailView.date(run.from(), zone) + " – " + AlertMailView.date(run.to(), zone);
        return new DigestMailView(
                identity.siteTitle(),
                (run.schedule().day() == null ? "Daily" : "Weekly") + " digest · " + days,
                digest.sections().stream()
                        .map(section -> section(section, identity, zone))
                        .toList(),
                identity.unsubscribe() + SubscriptionLinks.MAIL + run.id(),
                identity.preferences(),
                identity.legalPages());
    }

    private static Section section(Digest.Section section, MailIdentity identity, ZoneId zone) {
        var series = section.series();
        return new Section(
                series == null ? "New posts" : AlertMailView.clean(series.title()),
                section.posts().stream().map(post -> post(post, identity, zone)).toList());
    }

    private static Post post(DigestedPost post, MailIdentity identity, ZoneId zone) {
        var language = Objects.requireNonNullElse(post.language(), identity.siteLanguage());
        return new Post(
                new DirectedText(AlertMailView.clean(post.title()), language),
                AlertMailView.date(post.publishedAt(), zone) + " · " + AlertMailView.credits(post.bylines()),
                new DirectedText(AlertMailView.clean(post.summary()), language),
                identity.baseUrl() + "/posts/" + AlertMailView.clean(post.slug()));
    }
}
