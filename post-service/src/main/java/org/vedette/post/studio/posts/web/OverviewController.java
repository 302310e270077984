package org.vedette.post.studio.posts.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.pages.Link;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.progress.web.ProgressReader;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The first page of the studio: what needs somebody, and what comes next. */
@RestController
final class OverviewController {

    private static final int LIMIT = 10;

    private final PostLists lists;
    private final SeriesStates series;
    private final ProgressReader progress;
    private final SiteCalendar calendar;
    private final StudioPages pages;
    private final Clock clock;

    OverviewController(
            PostLists lists,
            SeriesStates series,
            ProgressReader progress,
            SiteCalendar calendar,
            StudioPages pages,
            Clock clock) {
        this.lists = lists;
        this.series = series;
        this.progress = progress;
        this.calendar = calendar;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(StudioPages.HOME)
    Mono<ResponseEntity<byte[]>> overview(Caller caller, ServerWebExchange exchange) {
        return Mono.zip(
                        lists.notPublished(caller),
                        lists.waiting(caller),
                        lists.newest("draft", LIMIT, caller),
                        lists.newest("ready", LIMIT, caller),
                        published(caller, exchange),
                        series.all(caller))
                .map(found -> pages.ok(
                        "studio/overview.jte",
                        view(
                                found.getT1(),
                                found.getT2(),
                                found.getT3(),
                                found.getT4(),
                                found.getT5(),
                                found.getT6(),
                                caller,
                                exchange)));
    }

    private Mono<List<PostRow>> published(Caller caller, ServerWebExchange exchange) {
        return lists.publishedLast(LIMIT, caller)
                .flatMap(posts -> progress(posts, caller, exchange)
                        .map(lines -> posts.stream()
                                .map(post -> PostRow.of(post, calendar)
                                        .withProgress(lines.get(post.id().value())))
                                .toList()));
    }

    /** None for authors, whom the other services do not tell about alerts and restricted posts. */
    private Mono<Map<UUID, String>> progress(List<Post> posts, Caller caller, ServerWebExchange exchange) {
        return caller.isEditor() ? progress.of(posts, exchange) : Mono.just(Map.of());
    }

    private OverviewPage view(
            List<Scheduled> problems,
            List<Scheduled> waiting,
            List<Post> drafts,
            List<Post> ready,
            List<PostRow> published,
            List<SeriesState> states,
            Caller caller,
            ServerWebExchange exchange) {
        var today = calendar.date(clock.instant());
        Predicate<Scheduled> isToday =
                post -> calendar.date(post.schedule().publishAt()).equals(today);
        return new OverviewPage(
                pages.layout("Overview", StudioPages.HOME, caller, exchange),
                rows(problems),
                rows(ready),
                rows(waiting.stream().filter(isToday).toList()),
                rows(waiting.stream().filter(isToday.negate()).toList()),
                rows(drafts.stream().filter(post -> !PostField.isReady(post)).toList()),
                published,
                states.stream()
                        .filter(SeriesState::isOverdue)
                        .map(state -> new Link(state.title() + ", " + state.next(), state.newIssuePath()))
                        .toList());
    }

    private List<PostRow> rows(List<? extends Post> posts) {
        return posts.stream().map(post -> PostRow.of(post, calendar)).toList();
    }
}
