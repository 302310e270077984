package org.vedette.feed.site;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.entries.Position;
import org.vedette.feed.entries.Projected;
import org.vedette.feed.entries.Timeline;
import org.vedette.feed.entries.Tombstone;
import reactor.core.publisher.Mono;

/** Makes the pages of the site: what is on them comes from the timeline, the posts themselves from one look-up. */
public final class SiteService {

    /** Front pages have room for so many series. */
    private static final int COLUMNS = 4;

    /** Two years of a weekly series. */
    private static final int ISSUES = 104;

    private final LiveTimeline timeline;
    private final Entries entries;
    private final Blog blog;
    private final Printer printer;
    private final Messages messages;
    private final int frontPagePosts;

    public SiteService(LiveTimeline timeline, Entries entries, Blog blog, Printer printer, int frontPagePosts) {
        this.timeline = timeline;
        this.entries = entries;
        this.blog = blog;
        this.printer = printer;
        this.messages = new Messages(printer);
        this.frontPagePosts = frontPagePosts;
    }

    /** The posts of one page, as the store has them. */
    private record Found(Map<UUID, Projected> byId) {

        Optional<Entry> entry(Optional<Position> position) {
            return position.map(Position::id)
                    .map(byId::get)
                    .filter(Entry.class::isInstance)
                    .map(Entry.class::cast);
        }

        List<Entry> entries(List<Position> positions) {
            return positions.stream()
                    .flatMap(position -> entry(Optional.of(position)).stream())
                    .toList();
        }

        @Nullable
        String reason(Position position) {
            return byId.get(position.id()) instanceof Tombstone gone ? gone.reason() : null;
        }
    }

    public Mono<FrontPage> frontPage() {
        var now = timeline.now();
        var latest = now.newest(frontPagePosts + 1);
        var columns = now.latestIssues().stream().limit(COLUMNS).toList();
        return find(Stream.concat(latest.stream(), columns.stream()))
                .map(found -> frontPage(now, found, latest, columns));
    }

    public Mono<Answer> post(String slug) {
        var now = timeline.now();
        var position = now.at(slug);
        if (position.isEmpty()) {
            return Mono.just(new Answer.NotShown(messages.unknownPost()));
        }
        var post = position.get();
        if (post.isWithdrawn()) {
            return find(Stream.of(post)).map(found -> new Answer.NotShown(messages.withdrawn(found.reason(post))));
        }
        return post.slug().equals(slug) ? post(now, post) : Mono.just(new Answer.Moved(blog.permalink(post.slug())));
    }

    public Mono<Answer> series(String slug) {
        var now = timeline.now();
        var issues = now.series(slug).stream().limit(ISSUES).toList();
        return find(issues.stream()).map(found -> series(slug, now, found.entries(issues)));
    }

    private FrontPage frontPage(Timeline now, Found found, List<Position> latest, List<Position> columns) {
        var posts = found.entries(latest);
        var lead = lead(posts);
        return printer.frontPage(
                lead,
                inOrderOfTitle(found.entries(columns)),
                posts.stream()
                        .filter(post -> !post.equals(lead))
                        .limit(frontPagePosts)
                        .toList(),
                now.changedAt().orElse(null));
    }

    /** The newest post that is not an issue of a series, as those have their own place beside it. */
    private static @Nullable Entry lead(List<Entry> posts) {
        return posts.stream()
                .filter(post -> post.post().series() == null)
                .findFirst()
                .or(() -> posts.stream().findFirst())
                .orElse(null);
    }

    private static List<Entry> inOrderOfTitle(List<Entry> issues) {
        return issues.stream().sorted(Comparator.comparing(SiteService::title)).toList();
    }

    private static String title(Entry issue) {
        return Optional.ofNullable(issue.post().series()).map(Series::title).orElse("");
    }

    private Mono<Answer> post(Timeline now, Position post) {
        var newer = now.newerThan(post);
        var older = now.olderThan(post);
        return find(Stream.of(Optional.of(post), newer, older).flatMap(Optional::stream))
                .map(found -> found.entry(Optional.of(post))
                        .<Answer>map(entry -> new Answer.Shown(printer.postPage(
                                entry,
                                found.entry(newer),
                                found.entry(older),
                                now.changedAt().orElse(null))))
                        .orElseGet(() -> new Answer.NotShown(messages.withdrawn(found.reason(post)))));
    }

    private Answer series(String slug, Timeline now, List<Entry> issues) {
        return issues.isEmpty()
                ? new Answer.NotShown(messages.notFound())
                : new Answer.Shown(printer.seriesPage(
                        slug, title(issues.get(0)), issues, now.changedAt().orElse(null)));
    }

    private Mono<Found> find(Stream<Position> positions) {
        var ids = positions.map(Position::id).distinct().toList();
        return ids.isEmpty()
                ? Mono.just(new Found(Map.of()))
                : entries.find(ids)
                        .collectList()
                        .map(all -> new Found(all.stream().collect(toMap(Projected::id, Function.identity()))));
    }
}
