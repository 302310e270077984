package org.vedette.post.studio.tags.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.vedette.post.listing.CountedField;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.ValueCount;
import org.vedette.post.renaming.RenamingException;
import org.vedette.post.renaming.RenamingException.MergeNotConfirmedException;
import org.vedette.post.renaming.RenamingException.UnknownTagException;
import org.vedette.post.renaming.RenamingService;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.tags.web.TagsPage.TagRow;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The pages of tags: all of them, and a form that renames one. */
@RestController
@RequestMapping(StudioPages.TAGS)
final class TagsPageController {

    private static final int LIMIT = 100;
    private static final int MAX_TEXT = 50;
    private static final String ONE = "/{tag}";
    private static final String MERGE =
            "There are posts with this tag already. Both become one tag, and nobody can take them apart again.";

    private final ListingService listing;
    private final RenamingService renamings;
    private final StudioPages pages;

    TagsPageController(ListingService listing, RenamingService renamings, StudioPages pages) {
        this.listing = listing;
        this.renamings = renamings;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> all(Caller caller, ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        var typed = field("q", query);
        var text = typed.length() > MAX_TEXT ? typed.substring(0, MAX_TEXT) : typed;
        return listing.counts(CountedField.TAG, caller)
                .map(all -> all.stream()
                        .filter(tag -> tag.value().contains(text.toLowerCase(Locale.ROOT)))
                        .toList())
                .map(found -> pages.ok("studio/tags.jte", view(found, text, field("cursor", query), caller, exchange)));
    }

    private TagsPage view(
            List<ValueCount> found, String text, String cursor, Caller caller, ServerWebExchange exchange) {
        var rest =
                found.stream().filter(tag -> tag.value().compareTo(cursor) > 0).toList();
        var shown = rest.stream().limit(LIMIT).toList();
        return new TagsPage(
                pages.layout("Tags", StudioPages.TAGS, caller, exchange),
                text,
                found.size() == 1 ? "1 tag" : String.format(Locale.US, "%,d tags", found.size()),
                shown.stream().map(TagsPageController::row).toList(),
                shown.size() < rest.size()
                        ? next(text, shown.get(shown.size() - 1).value())
                        : null,
                caller.isEditor());
    }

    private static TagRow row(ValueCount tag) {
        var segment = UriUtils.encode(tag.value(), StandardCharsets.UTF_8);
        return new TagRow(
                tag.value(),
                posts(tag),
                StudioPages.POSTS + "?tag=" + segment,
                StudioPages.TAGS + "/" + segment,
                tag.published() == 0 ? null : "/tags/" + segment);
    }

    private static String posts(ValueCount tag) {
        return String.format(
                Locale.US, "%,d %s, %,d published", tag.posts(), tag.posts() == 1 ? "post" : "posts", tag.published());
    }

    private static String next(String text, String last) {
        return UriComponentsBuilder.fromPath(StudioPages.TAGS)
                .queryParam("q", "{q}")
                .queryParam("cursor", "{cursor}")
                .encode()
                .buildAndExpand(text, last)
                .toUriString();
    }

    @GetMapping(ONE)
    Mono<ResponseEntity<byte[]>> one(@PathVariable String tag, Caller caller, ServerWebExchange exchange) {
        return page(HttpStatus.OK, tag, new Typed("", null, null), caller, exchange);
    }

    /** Asks first when both tags become one. */
    @PostMapping(ONE)
    Mono<ResponseEntity<byte[]>> rename(@PathVariable String tag, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var to = field("to", form);
            return renamings
                    .renameTag(tag, to, !field("merge", form).isEmpty(), caller)
                    .map(begun -> StudioPages.redirect(StudioPages.RENAMINGS + "/" + begun.id()))
                    .onErrorResume(RenamingException.class, refusal -> refused(tag, to, refusal, caller, exchange));
        });
    }

    private Mono<ResponseEntity<byte[]>> refused(
            String tag, String to, RenamingException refusal, Caller caller, ServerWebExchange exchange) {
        if (refusal instanceof UnknownTagException) {
            return Mono.error(refusal);
        }
        return refusal instanceof MergeNotConfirmedException
                ? page(HttpStatus.CONFLICT, tag, new Typed(to, null, MERGE), caller, exchange)
                : page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        tag,
                        new Typed(to, refusal.getMessage(), null),
                        caller,
                        exchange);
    }

    /** What was typed, and what came of it. */
    private record Typed(
            String to, @Nullable String error, @Nullable String merge) {}

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatus status, String tag, Typed typed, Caller caller, ServerWebExchange exchange) {
        return listing.counts(CountedField.TAG, caller)
                .flatMapIterable(all -> all)
                .filter(each -> each.value().equals(tag))
                .next()
                .switchIfEmpty(Mono.error(() -> new UnknownTagException(tag)))
                .map(found -> pages.page(
                        status,
                        "studio/tag.jte",
                        new TagPage(
                                pages.layout("Rename " + tag, StudioPages.TAGS, caller, exchange),
                                row(found),
                                typed.to(),
                                typed.error(),
                                typed.merge())));
    }

    private static String field(String name, MultiValueMap<String, String> fields) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }
}
