package org.vedette.post.studio.posts.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import org.vedette.pages.form.Option;
import org.vedette.post.content.Tlp;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.ListingService.PostPage;
import org.vedette.post.listing.web.QueryReader;
import org.vedette.post.requests.Caller;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.post.studio.posts.web.PostsPage.Filters;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The list of all posts, with filters and words. */
@RestController
final class PostsPageController {

    private static final int LIMIT = 30;
    private static final List<Option> STATES = List.of(
            new Option("draft", "Draft"),
            new Option("ready", "Draft, ready for review"),
            new Option("scheduled", "Scheduled"),
            new Option("published", "Published"),
            new Option("withdrawn", "Withdrawn"));
    private static final List<Option> LABELS = Arrays.stream(Tlp.values())
            .map(label -> new Option(label.label(), "TLP:" + label.label()))
            .toList();

    private final ListingService listing;
    private final SeriesRegistry series;
    private final SiteCalendar calendar;
    private final StudioPages pages;

    PostsPageController(ListingService listing, SeriesRegistry series, SiteCalendar calendar, StudioPages pages) {
        this.listing = listing;
        this.series = series;
        this.calendar = calendar;
        this.pages = pages;
    }

    @GetMapping(StudioPages.POSTS)
    Mono<ResponseEntity<byte[]>> posts(Caller caller, ServerWebExchange exchange) {
        var filters = new Filters(
                parameter("q", exchange),
                parameter("status", exchange),
                parameter("schedule", exchange),
                parameter("series", exchange),
                parameter("author", exchange),
                parameter("tag", exchange),
                parameter("tlp", exchange));
        var query = new QueryReader()
                .read(
                        LIMIT,
                        filters.status(),
                        filters.schedule(),
                        filters.series(),
                        filters.author(),
                        filters.tag(),
                        filters.tlp(),
                        filters.text(),
                        parameter("cursor", exchange));
        return listing.find(query, caller)
                .map(page -> pages.ok("studio/posts.jte", view(page, filters, caller, exchange)));
    }

    private static String parameter(String name, ServerWebExchange exchange) {
        return Objects.requireNonNullElse(exchange.getRequest().getQueryParams().getFirst(name), "")
                .strip();
    }

    private PostsPage view(PostPage page, Filters filters, Caller caller, ServerWebExchange exchange) {
        var all = series.all().stream()
                .map(each -> new Option(each.slug(), each.title()))
                .toList();
        return new PostsPage(
                pages.layout("Posts", StudioPages.POSTS, caller, exchange),
                filters,
                STATES,
                all,
                LABELS,
                page.total() == 1 ? "1 post" : "%,d posts".formatted(page.total()),
                page.posts().stream()
                        .map(summary -> PostRow.of(summary.post(), calendar))
                        .toList(),
                page.next() == null ? null : path(page.next().text(), filters),
                path(parameter("cursor", exchange), filters),
                parameter("choose", exchange).equals("all"),
                caller.isEditor());
    }

    private static String path(String cursor, Filters filters) {
        return UriComponentsBuilder.fromPath(StudioPages.POSTS)
                .queryParam("q", "{q}")
                .queryParam("status", "{status}")
                .queryParam("schedule", "{schedule}")
                .queryParam("series", "{series}")
                .queryParam("author", "{author}")
                .queryParam("tag", "{tag}")
                .queryParam("tlp", "{tlp}")
                .queryParam("cursor", "{cursor}")
                .encode()
                .buildAndExpand(
                        filters.text(),
                        filters.status(),
                        filters.schedule(),
                        filters.series(),
                        filters.author(),
                        filters.tag(),
                        filters.tlp(),
                        cursor)
                .toUriString();
    }
}
