package org.vedette.notification.delivery.mail;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.delivery.mail.AlertMailView.FooterLink;
import org.vedette.notification.digests.Digest;
import org.vedette.notification.digests.DigestedPost;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.starter.ThreadConfined;

/**
 * The content of both parts of a digest mail, as plain text.
 *
 * @param kicker the days that it tells of
 * @param sections the posts by series, as many as a mail has room for
 * @param more how many posts are left out
 * @param site address of the site, where those are
 * @param unsubscribe the link to unsubscribe, with a placeholder for the subscriber's token
 * @param preferences the link to the subscriber's preferences, with the same placeholder
 * @param legalPages the imprint and the privacy page, where they exist
 * @param postalAddress postal address of the sender; null for none
 */
public record DigestMailView(
        String siteTitle,
        String kicker,
        List<Section> sections,
        int more,
        String site,
        String unsubscribe,
        String preferences,
        List<FooterLink> legalPages,
        @Nullable String postalAddress) {

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
        var room = new Room();
        var sections = digest.sections().stream()
                .map(section -> section(section, identity, zone, room))
                .filter(section -> !section.posts().isEmpty())
                .toList();
        return new DigestMailView(
                identity.siteTitle(),
                (run.schedule().day() == null ? "Daily" : "Weekly") + " digest · " + days,
                sections,
                room.leftOut,
                identity.baseUrl() + "/",
                identity.unsubscribe() + SubscriptionLinks.MAIL + run.id(),
                identity.preferences(),
                identity.legalPages(),
                identity.postalAddress());
    }

    /** What is left of a mail that no mail program cuts off: Gmail shows 102 KB of HTML. */
    @ThreadConfined("the thread that makes one view")
    private static final class Room {

        private static final int MOST_BYTES = 90_000;
        /** The markup around one post, and around the title of its series. */
        private static final int MARKUP = 750;

        private int bytes;
        private int leftOut;

        /** The first post always fits. */
        boolean takes(Post post) {
            var size = MARKUP
                    + Stream.of(
                                    post.title().text(),
                                    post.credits(),
                                    post.summary().text(),
                                    post.url(),
                                    post.url())
                            .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                            .sum();
            if (leftOut > 0 || (bytes > 0 && bytes + size > MOST_BYTES)) {
                leftOut++;
                return false;
            }
            bytes += size;
            return true;
        }
    }

    private static Section section(Digest.Section section, MailIdentity identity, ZoneId zone, Room room) {
        var series = section.series();
        return new Section(
                series == null ? "New posts" : AlertMailView.clean(series.title()),
                section.posts().stream()
                        .map(post -> post(post, identity, zone))
                        .filter(room::takes)
                        .toList());
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
