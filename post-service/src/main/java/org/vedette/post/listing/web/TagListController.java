package org.vedette.post.listing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.listing.CountedField;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.ValueCount;
import org.vedette.post.requests.Caller;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The API of the tags that posts have. */
@RestController
final class TagListController {

    private final ListingService listing;
    private final ContentTags tags;

    TagListController(ListingService listing, ContentTags tags) {
        this.listing = listing;
        this.tags = tags;
    }

    /**
     * A tag.
     *
     * @param posts that have it, in any state
     * @param published those of them that are published
     */
    record TagView(String tag, int posts, int published) {}

    /**
     * Some tags, sorted.
     *
     * @param next the parameter {@code cursor} of the next page; null on the last one
     * @param total number of all tags that match
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TagList(List<TagView> tags, @Nullable String next, long total) {}

    /**
     * Lists the tags of the posts that the caller may read.
     *
     * @param q a part of the tags
     */
    @GetMapping("/api/tags")
    Mono<ResponseEntity<TagList>> all(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") String limit) {
        var most = ListLimit.parse(limit);
        var part = q.strip().toLowerCase(Locale.ROOT);
        return listing.counts(CountedField.TAG, caller)
                .map(all ->
                        all.stream().filter(tag -> tag.value().contains(part)).toList())
                .map(found -> tags.ok(page(found, cursor, most)));
    }

    private static TagList page(List<ValueCount> found, @Nullable String cursor, int limit) {
        var after = Objects.requireNonNullElse(cursor, "");
        var rest = found.stream()
                .filter(tag -> tag.value().compareTo(after) > 0)
                .limit(limit + 1L)
                .map(tag -> new TagView(tag.value(), tag.posts(), tag.published()))
                .toList();
        return rest.size() <= limit
                ? new TagList(rest, null, found.size())
                : new TagList(rest.subList(0, limit), rest.get(limit - 1).tag(), found.size());
    }
}
