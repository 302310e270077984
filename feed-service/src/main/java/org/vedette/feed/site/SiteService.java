package org.vedette.feed.site;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntryHead;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.site.page.FrontPage;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/** Makes the pages of the site: what is on them comes from the timeline, the posts themselves from one look-up. */
public final class SiteService {

    /** Front pages have room for so many series. */
    private static final int LATEST_ISSUES = 4;

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

    public Mono<FrontPage> frontPage() {
        var now = timeline.now();
        var latest = now.posts().newest(frontPagePosts + 1);
        var issues = now.latestIssues().stream().limit(LATEST_ISSUES).toList();
        return heads(Stream.concat(latest.stream(), issues.stream()))
                .map(heads -> frontPage(now, inOrder(latest, heads), inOrder(issues, heads)));
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
        return heads(issues.stream()).map(heads -> series(slug, now, inOrder(issues, heads)));
    }

    private FrontPage frontPage(Timeline now, List<EntryHead> posts, List<EntryHead> latestIssues) {
        var lead = lead(posts);
        return printer.frontPage(
                lead,
                inOrderOfTitle(latestIssues),
                posts.stream()
                        .filter(post -> !post.equals(lead))
                        .limit(frontPagePosts)
                        .toList(),
                now.changedAt().orElse(null));
    }

    /** The newest post that is not an issue of a series, as those have their own place beside it. */
    private static @Nullable EntryHead lead(List<EntryHead> posts) {
        return posts.stream()
                .filter(post -> post.series() == null)
                .findFirst()
                .or(() -> posts.stream().findFirst())
                .orElse(null);
    }

    private static List<EntryHead> inOrderOfTitle(List<EntryHead> issues) {
        return issues.stream().sorted(Comparator.comparing(SiteService::title)).toList();
    }

    private static String title(EntryHead issue) {
        return Optional.ofNullable(issue.series()).map(Series::title).orElse("");
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

    private Answer series(String slug, Timeline now, List<EntryHead> issues) {
        return issues.isEmpty()
                ? new Answer.NotShown(messages.notFound())
                : new Answer.Shown(printer.seriesPage(
                        slug, title(issues.get(0)), issues, now.changedAt().orElse(null)));
    }

    private Mono<Found> find(Stream<Position> positions) {
        return entries.find(positions.map(Position::id).toList()).collectList().map(Found::of);
    }

    private Mono<Map<UUID, EntryHead>> heads(Stream<Position> positions) {
        var ids = positions.map(Position::id).distinct().toList();
        return ids.isEmpty() ? Mono.just(Map.of()) : entries.heads(ids).collectMap(EntryHead::id);
    }

    private static List<EntryHead> inOrder(List<Position> positions, Map<UUID, EntryHead> heads) {
        return positions.stream()
                .flatMap(position -> Stream.ofNullable(heads.get(position.id())))
                .toList();
    }
}
