package org.vedette.post.studio.posts.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.pages.form.Option;
import org.vedette.post.authors.Author;
import org.vedette.post.authors.AuthorException;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.posts.web.AuthorsPage.AuthorRow;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The page of all authors, on which editors make one of two. */
@RestController
@RequestMapping(StudioPages.AUTHORS)
final class AuthorsPageController {

    private final AuthorService authors;
    private final StudioPages pages;

    AuthorsPageController(AuthorService authors, StudioPages pages) {
        this.authors = authors;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> all(Caller caller, ServerWebExchange exchange) {
        return page(HttpStatus.OK, null, caller, exchange);
    }

    @PostMapping("/merge")
    Mono<ResponseEntity<byte[]>> merge(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> authors.merge(slug(form.getFirst("from")), slug(form.getFirst("into"))))
                .map(author -> StudioPages.redirect(StudioPages.AUTHORS))
                .onErrorResume(failure -> refused(failure, caller, exchange));
    }

    @PostMapping("/separate")
    Mono<ResponseEntity<byte[]>> separate(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> authors.separate(slug(form.getFirst("slug"))))
                .map(author -> StudioPages.redirect(StudioPages.AUTHORS))
                .onErrorResume(failure -> refused(failure, caller, exchange));
    }

    private Mono<ResponseEntity<byte[]>> refused(Throwable failure, Caller caller, ServerWebExchange exchange) {
        return failure instanceof AuthorException || failure instanceof InvalidValueException
                ? page(HttpStatus.UNPROCESSABLE_CONTENT, failure.getMessage(), caller, exchange)
                : Mono.error(failure);
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatus status, @Nullable String error, Caller caller, ServerWebExchange exchange) {
        return authors.all().map(all -> pages.page(status, "studio/authors.jte", view(all, error, caller, exchange)));
    }

    private AuthorsPage view(List<Author> all, @Nullable String error, Caller caller, ServerWebExchange exchange) {
        return new AuthorsPage(
                pages.layout("Authors", StudioPages.AUTHORS, caller, exchange),
                error,
                all.stream().map(AuthorsPageController::row).toList(),
                all.stream()
                        .map(author -> new Option(author.slug().value(), String.join("; ", author.names())))
                        .toList(),
                caller.isEditor() && all.size() > 1,
                caller.isEditor());
    }

    private static AuthorRow row(Author author) {
        return new AuthorRow(
                author.slug().value(),
                String.join("; ", author.names()),
                author.formerSlugs().stream().map(AuthorSlug::value).toList(),
                author.isRepublishing());
    }

    private static AuthorSlug slug(@Nullable String text) {
        return new AuthorSlug(Objects.requireNonNullElse(text, ""));
    }
}
