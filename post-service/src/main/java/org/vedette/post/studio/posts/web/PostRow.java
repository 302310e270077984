package org.vedette.post.studio.posts.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.StudioMenu;
import org.vedette.post.content.Byline;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.studio.progress.web.ProgressReader;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;

/**
 * A post in a list of the studio.
 *
 * @param path where it is edited
 * @param state in words, such as Scheduled, late
 * @param style of the state, one word
 * @param when what the date of its state is, such as Due Jun 30, 2016, 12:00 CEST
 * @param bylines names, separated by commas
 * @param label its TLP label with prefix
 * @param problem why its schedule failed; null when nothing is wrong
 * @param progress how its publication goes on; null for what was not asked
 */
public record PostRow(
        String path,
        String title,
        String state,
        String style,
        String when,
        String bylines,
        @Nullable String series,
        String label,
        @Nullable String problem,
        @Nullable String progress) {

    /** Its id, which ends the path. */
    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The page of its alert; null when there is none. */
    public @Nullable String alertPath() {
        return progress == null
                        || progress.endsWith(ProgressReader.NO_ALERT)
                        || progress.endsWith(ProgressReader.UNKNOWN)
                ? null
                : StudioMenu.ALERTS + "/" + id();
    }

    static PostRow of(Post post, SiteCalendar calendar) {
        var content = post.content();
        return new PostRow(
                StudioPages.POSTS + "/" + post.id(),
                content.title().value(),
                state(post),
                style(post),
                when(post, calendar),
                content.bylines().stream().map(Byline::name).collect(Collectors.joining(", ")),
                content.series(),
                "TLP:" + content.tlp().label(),
                post instanceof Scheduled scheduled ? problem(scheduled.schedule()) : null,
                null);
    }

    PostRow withProgress(@Nullable String line) {
        return new PostRow(path, title, state, style, when, bylines, series, label, problem, line);
    }

    private static String state(Post post) {
        var name = PostField.status(post);
        var state = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        if (!(post instanceof Scheduled scheduled)) {
            return PostField.isReady(post) ? "Ready for review" : state;
        }
        return switch (scheduled.schedule().state()) {
            case WAITING -> state;
            case LATE -> state + ", late";
            case FAILED -> state + ", failed";
        };
    }

    private static String style(Post post) {
        if (PostField.isReady(post)) {
            return "ready";
        }
        return post instanceof Scheduled scheduled && !scheduled.isWaiting() ? "failed" : PostField.status(post);
    }

    private static @Nullable String problem(Schedule schedule) {
        return switch (schedule.state()) {
            case WAITING -> null;
            case LATE -> "Its time was missed by more than an hour: publish it now, or choose another time.";
            case FAILED -> schedule.reason();
        };
    }

    private static String when(Post post, SiteCalendar calendar) {
        if (post instanceof Scheduled scheduled) {
            return "Due " + calendar.minute(scheduled.schedule().publishAt());
        }
        if (post instanceof Withdrawn withdrawn) {
            return "Withdrawn " + calendar.minute(withdrawn.withdrawnAt());
        }
        return post instanceof Published published
                ? "Published " + calendar.minute(published.publishedAt())
                : "Begun " + calendar.minute(post.createdAt());
    }
}
