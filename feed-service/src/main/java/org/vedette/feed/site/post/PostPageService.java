package org.vedette.feed.site.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Correction;
import org.vedette.events.PublicPost;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.RestrictedEntries;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.site.PageLayouts;
import org.vedette.feed.site.PageProblems;
import org.vedette.feed.site.PageResponse;
import org.vedette.feed.site.PostSummaryMapper;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import org.vedette.pages.Link;
import org.vedette.pages.PageHead;
import org.vedette.pages.PageHead.MetaProperty;
import org.vedette.pages.PageLayout;
import org.vedette.pages.post.CorrectionNote;
import org.vedette.pages.post.PostBody;
import org.vedette.pages.post.PostLanguage;
import org.vedette.pages.post.PostSummaryView;
import org.vedette.pages.post.PostView;
import reactor.core.publisher.Mono;

/** Creates the pages of posts. */
public final class PostPageService {

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final RestrictedEntries restricted;
    private final PageLayouts layouts;
    private final BlogCalendar calendar;

    /** @param restricted what only those may read who may see it */
    public PostPageService(
            CurrentTimeline timeline,
            Entries entries,
            RestrictedEntries restricted,
            PageLayouts layouts,
            BlogCalendar calendar) {
        this.timeline = timeline;
        this.entries = entries;
        this.restricted = restricted;
        this.layouts = layouts;
        this.calendar = calendar;
    }

    /**
     * The page of a post for everybody; a redirect when the slug is a former one.
     *
     * @throws RequestRejectedException when there is no such post for the public, or it was withdrawn
     * @throws EntriesUnavailableException when its entry is missing or unreadable
     */
    public Mono<PageResponse> post(String slug) {
        var now = timeline.get();
        var position = now.findBySlug(slug).filter(post -> !post.isRestricted());
        if (position.isEmpty()) {
            return Mono.error(PageProblems.unknownPost());
        }
        var post = position.get();
        if (post.isWithdrawn()) {
            return entries.find(List.of(post.id())).collectList().flatMap(found -> Mono.error(absent(found)));
        }
        return post.slug().equals(slug) ? page(post, now) : Mono.just(movedTo(post.slug()));
    }

    /**
     * The page of a post that the public must not see; a redirect when the slug is a former one. Empty where there is none, as
     * at the address of a public post. It stands alone: its neighbours are in no list either.
     */
    public Mono<PageResponse> restrictedPost(String slug) {
        return Mono.defer(() -> Mono.justOrEmpty(timeline.get().findBySlug(slug)))
                .filter(Position::isRestricted)
                .flatMap(position -> restricted.find(position.id()))
                .map(entry -> entry.slug().equals(slug) ? page(entry, null, null) : movedTo(entry.slug()));
    }

    private PageResponse movedTo(String slug) {
        return new PageResponse.MovedPermanently(layouts.address(Blog.pathOfPost(slug)));
    }

    /** Only the post is read as a whole: of its neighbours, the page shows what lists show, which is in memory mostly. */
    private Mono<PageResponse> page(Position post, Timeline now) {
        var newer = now.newerThan(post);
        var older = now.olderThan(post);
        return Mono.zip(entry(post), summaries(newer, older))
                .map(found -> page(found.getT1(), summary(newer, found.getT2()), summary(older, found.getT2())));
    }

    /** The entry of a post: 410 only where it is known that the post was withdrawn. */
    private Mono<Entry> entry(Position post) {
        return entries.get(List.of(post.id()))
                .collectList()
                .flatMap(found -> found.size() == 1 && found.get(0) instanceof Entry entry
                        ? Mono.just(entry)
                        : Mono.error(
                                found.isEmpty()
                                        ? new EntriesUnavailableException("post " + post.id() + " is unreadable")
                                        : absent(found)));
    }

    private Mono<Map<UUID, EntrySummary>> summaries(Optional<Position> newer, Optional<Position> older) {
        var ids = Stream.of(newer, older)
                .flatMap(Optional::stream)
                .map(Position::id)
                .toList();
        return entries.summaries(ids).collectMap(EntrySummary::id);
    }

    private static RequestRejectedException absent(List<ProjectedPost> found) {
        if (found.stream().anyMatch(ProjectedPost::isRestricted)) {
            return PageProblems.unknownPost();
        }
        return PageProblems.withdrawn(
                !found.isEmpty() && found.get(0) instanceof Tombstone tombstone ? tombstone.reason() : null);
    }

    private @Nullable PostSummaryView summary(Optional<Position> position, Map<UUID, EntrySummary> found) {
        return position.map(Position::id)
                .map(found::get)
                .map(neighbour -> PostSummaryMapper.of(neighbour, calendar))
                .orElse(null);
    }

    private PostPage page(Entry entry, @Nullable PostSummaryView newer, @Nullable PostSummaryView older) {
        return new PostPage(layout(entry, newer, older), view(entry), newer, older);
    }

    private PostView view(Entry entry) {
        var post = entry.post();
        var language = entry.language();
        var revised = calendar.day(post.revisedAt());
        return new PostView(
                layouts.address(Blog.pathOfPost(post.slug())),
                new PostLanguage(language.tag(), language.isEnglish(), language.isRightToLeft()),
                PostSummaryMapper.of(entry.toSummary(), calendar),
                BylineLink.views(post.bylines()),
                blankToNull(post.standfirst()),
                revised.equals(calendar.day(post.publishedAt())) ? null : revised,
                PostBody.readingTime(post.text()),
                entry.corrections().stream().map(this::note).toList(),
                PostBody.html(post.html()),
                post.tags().stream()
                        .map(tag -> new Link(tag, Scope.tag(tag).page()))
                        .toList());
    }

    private CorrectionNote note(Correction correction) {
        var date = correction.date();
        return new CorrectionNote(date.toString(), calendar.day(date), correction.text());
    }

    private PageLayout layout(Entry entry, @Nullable PostSummaryView newer, @Nullable PostSummaryView older) {
        var head = head(entry).withNeighbours(newer == null ? null : newer.path(), older == null ? null : older.path());
        var series = entry.post().series();
        var complete =
                series == null ? head : head.withFeeds(layouts.feeds(Scope.series(series.slug()), series.title()));
        return layouts.layout(complete, null, breadcrumbs(entry.post()));
    }

    /** A restricted post shows programs no more than its title. */
    private PageHead head(Entry entry) {
        var post = entry.post();
        return !entry.isRestricted()
                ? layouts.article(post, entry.summary())
                        .withAuthor(BylineLink.line(post.bylines()))
                        .withProperties(properties(entry))
                        .withData(layouts.structuredData().article(entry))
                : layouts.notIndexed(
                        post.title(), "A post marked " + entry.tlp().label() + ".", Blog.pathOfPost(post.slug()));
    }

    private List<MetaProperty> properties(Entry entry) {
        var post = entry.post();
        var properties = new ArrayList<MetaProperty>();
        properties.add(new MetaProperty("og:locale", entry.language().openGraphLocale()));
        properties.add(
                new MetaProperty("article:published_time", post.publishedAt().toString()));
        properties.add(
                new MetaProperty("article:modified_time", post.revisedAt().toString()));
        BylineLink.of(post.bylines())
                .forEach(byline -> properties.add(new MetaProperty("article:author", layouts.address(byline.path()))));
        var series = post.series();
        if (series != null) {
            properties.add(new MetaProperty("article:section", series.title()));
        }
        post.tags().forEach(tag -> properties.add(new MetaProperty("article:tag", tag)));
        return properties;
    }

    private List<Link> breadcrumbs(PublicPost post) {
        var breadcrumbs = new ArrayList<Link>();
        breadcrumbs.add(layouts.home());
        var series = post.series();
        if (series != null) {
            breadcrumbs.add(new Link(series.title(), Scope.series(series.slug()).page()));
        }
        breadcrumbs.add(new Link(post.title(), Blog.pathOfPost(post.slug())));
        return breadcrumbs;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
