package org.vedette.notification.preferences;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants.
 *
 * @param scope which posts
 * @param cadence how often
 * @param since when the subscriber began to get digests: they tell nothing older; null for ever since
 * @param watchTerms words that cause a mail about a post that has them, at once and whatever the scope
 */
public record Preferences(
        Scope scope, Cadence cadence, @Nullable Instant since, List<WatchTerm> watchTerms) {

    /** How many watch terms one subscriber may have. */
    public static final int MAX_WATCH_TERMS = 50;

    private static final Duration TIME_TO_SEND = Duration.ofMinutes(10);

    /** A mail about every post: what everybody got who subscribed before there was a choice. */
    public static final Preferences EVERYTHING =
            new Preferences(new Scope.Everything(), new Cadence.Immediate(), null, List.of());

    public Preferences {
        watchTerms = watchTerms.stream().distinct().toList();
        if (watchTerms.size() > MAX_WATCH_TERMS) {
            throw new IllegalArgumentException("too many watch terms");
        }
    }

    /**
     * Another choice. Whoever changes from mails at once to digests begins to get them now; whoever changes from digests to others is
     * not told again what the last one told.
     */
    public Preferences changedTo(
            Scope otherScope, Cadence otherCadence, List<WatchTerm> terms, Instant now, ZoneId siteZone) {
        return new Preferences(otherScope, otherCadence, sinceOf(otherCadence, now, siteZone), terms);
    }

    private @Nullable Instant sinceOf(Cadence other, Instant now, ZoneId siteZone) {
        if (other.equals(cadence) || other instanceof Cadence.Immediate) {
            return since;
        }
        if (!(cadence instanceof Cadence.Digest digest)) {
            return now;
        }
        // The last one may still be on its way: telling something twice is better than not telling it.
        var lastDigest = digest.schedule().lastDue(now.minus(TIME_TO_SEND), siteZone);
        return since == null || since.isBefore(lastDigest) ? lastDigest : since;
    }

    /** The same for a subscription that begins now. */
    public Preferences beginningAt(Instant now) {
        return cadence instanceof Cadence.Digest ? new Preferences(scope, cadence, now, watchTerms) : this;
    }

    /** Whether a mail about a post is sent at once. */
    public boolean alertsOf(PostTopics post) {
        return (cadence instanceof Cadence.Immediate && scope.includes(post)) || watches(post);
    }

    /** Whether a post has a word that is watched for. */
    public boolean watches(PostTopics post) {
        return watchTerms.stream().map(WatchTerm::value).anyMatch(post.words()::contains);
    }
}
