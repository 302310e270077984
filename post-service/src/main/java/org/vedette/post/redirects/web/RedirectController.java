package org.vedette.post.redirects.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.listing.web.ListLimit;
import org.vedette.post.redirects.Redirect;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.redirects.Redirects.Page;
import org.vedette.post.requests.Caller;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The API of redirects. */
@RestController
@RequestMapping("/api/redirects")
final class RedirectController {

    private final RedirectService redirects;
    private final ContentTags tags;

    RedirectController(RedirectService redirects, ContentTags tags) {
        this.redirects = redirects;
        this.tags = tags;
    }

    /** Both fields are required. */
    record RedirectRequest(@Nullable String from, @Nullable String to) {}

    /** A redirect in responses to editors. */
    record RedirectView(String from, String to, String createdBy, Instant createdAt) {

        static RedirectView of(Redirect redirect) {
            return new RedirectView(
                    redirect.from().value(),
                    redirect.to().value(),
                    redirect.by().name(),
                    redirect.at());
        }
    }

    /** @param next the parameter {@code cursor} of the next page; absent on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RedirectList(
            List<RedirectView> redirects, @Nullable String next) {

        static RedirectList of(Page page) {
            return new RedirectList(
                    page.redirects().stream().map(RedirectView::of).toList(), page.next());
        }
    }

    @GetMapping
    Mono<ResponseEntity<RedirectList>> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") String limit) {
        return redirects
                .list(q == null || q.isBlank() ? null : q.strip(), cursor, ListLimit.parse(limit))
                .map(page -> tags.ok(RedirectList.of(page)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RedirectView> add(@RequestBody RedirectRequest request, Caller caller) {
        return redirects
                .add(
                        Objects.requireNonNullElse(request.from(), ""),
                        Objects.requireNonNullElse(request.to(), ""),
                        caller)
                .map(RedirectView::of);
    }

    /** The old path is a parameter, because it has slashes. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@RequestParam String from, Caller caller) {
        return redirects.remove(from, caller);
    }
}
