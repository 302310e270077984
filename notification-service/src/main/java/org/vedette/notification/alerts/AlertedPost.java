package org.vedette.notification.alerts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Period;
import org.vedette.events.PublicPost;
import org.vedette.events.Series;

/**
 * The part of a post that an alert mail shows.
 *
 * @param language of title, standfirst and excerpt, a BCP 47 tag; null stands for that of the site
 */
public record AlertedPost(
        UUID id,
        String slug,
        String title,
        @Nullable String standfirst,
        String excerpt,
        List<Byline> bylines,
        @Nullable Series series,
        @Nullable Period period,
        String tlp,
        Instant publishedAt,
        @Nullable String language) {

    public AlertedPost {
        requireNonNull(id, "id");
        requireNonNull(slug, "slug");
        requireNonNull(title, "title");
        requireNonNull(excerpt, "excerpt");
        requireNonNull(tlp, "tlp");
        requireNonNull(publishedAt, "publishedAt");
        bylines = List.copyOf(bylines);
        bylines.forEach(byline -> requireNonNull(byline.name(), "bylines.name"));
        requireComplete(series, period);
    }

    /**
     * The part of a public post that a mail needs.
     *
     * @throws NullPointerException when the post lacks what every post must have
     */
    public static AlertedPost of(PublicPost post) {
        return new AlertedPost(
                post.id(),
                post.slug(),
                post.title(),
                post.standfirst(),
                post.excerpt(),
                post.bylines(),
                post.series(),
                post.period(),
                post.tlp(),
                post.publishedAt(),
                post.language());
    }

    /** Whether everybody may see the post. The one decision on it: about any other post no mail is sent to anybody. */
    public boolean isPublic() {
        return isPublic(tlp);
    }

    /** Whether everybody may see posts with a label. */
    public static boolean isPublic(String label) {
        return label.equals("CLEAR");
    }

    private static void requireComplete(@Nullable Series series, @Nullable Period period) {
        if (series != null) {
            requireNonNull(series.slug(), "series.slug");
            requireNonNull(series.title(), "series.title");
        }
        if (period != null) {
            requireNonNull(period.from(), "period.from");
            requireNonNull(period.to(), "period.to");
        }
    }
}
