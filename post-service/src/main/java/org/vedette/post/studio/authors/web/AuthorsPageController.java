package org.vedette.post.studio.authors.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
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
import org.vedette.post.listing.CountedField;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.ValueCount;
import org.vedette.post.renaming.RenamingException;
import org.vedette.post.renaming.RenamingException.MergeNotConfirmedException;
import org.vedette.post.renaming.RenamingService;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.authors.web.AuthorsPage.AuthorRow;
import org.vedette.post.studio.authors.web.AuthorsPage.RenameForm;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The page of all authors, on which editors make one of two, and write a name differently. */
@RestController
@RequestMapping(StudioPages.AUTHORS)
final class AuthorsPageController {

    private final AuthorService authors;
    private final RenamingService renamings;
    private final ListingService listing;
    private final StudioPages pages;

    AuthorsPageController(AuthorService authors, RenamingService renamings, ListingService listing, StudioPages pages) {
        this.authors = authors;
        this.renamings = renamings;
        this.listing = listing;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> all(Caller caller, ServerWebExchange exchange) {
        return page(HttpStatus.OK, null, RenameForm.EMPTY, caller, exchange);
    }

    @PostMapping("/merge")
    Mono<ResponseEntity<byte[]>> merge(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> authors.merge(slug(form.getFirst("from")), slug(form.getFirst("into"))))
                .map(author -> StudioPages.redirect(StudioPages.AUTHORS))
                .onErrorResume(failure -> refused(failure, RenameForm.EMPTY, caller, exchange));
    }

    @PostMapping("/separate")
    Mono<ResponseEntity<byte[]>> separate(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> authors.separate(slug(form.getFirst("slug"))))
                .map(author -> StudioPages.redirect(StudioPages.AUTHORS))
                .onErrorResume(failure -> refused(failure, RenameForm.EMPTY, caller, exchange));
    }

    /** Asks first when the new name is that of another author. */
    @PostMapping("/rename")
    Mono<ResponseEntity<byte[]>> rename(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var name = field("name", form);
            var to = field("to", form);
            return slugOf(name)
                    .flatMap(slug -> renamings.renameAuthor(
                            slug, name, to, !field("merge", form).isEmpty(), caller))
                    .map(begun -> StudioPages.redirect(StudioPages.RENAMINGS + "/" + begun.id()))
                    .onErrorResume(failure -> refused(
                            failure,
                            new RenameForm(name, to, failure instanceof MergeNotConfirmedException),
                            caller,
                            exchange));
        });
    }

    /** The slug of the author who has a name; empty text when nobody has it. */
    private Mono<String> slugOf(String name) {
        return authors.all()
                .flatMapIterable(all -> all)
                .filter(author -> author.names().contains(name))
                .next()
                .map(author -> author.slug().value())
                .defaultIfEmpty("");
    }

    private Mono<ResponseEntity<byte[]>> refused(
            Throwable failure, RenameForm form, Caller caller, ServerWebExchange exchange) {
        if (failure instanceof MergeNotConfirmedException) {
            return page(HttpStatus.CONFLICT, null, form, caller, exchange);
        }
        return failure instanceof AuthorException
                        || failure instanceof InvalidValueException
                        || failure instanceof RenamingException
                ? page(HttpStatus.UNPROCESSABLE_CONTENT, failure.getMessage(), form, caller, exchange)
                : Mono.error(failure);
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatus status, @Nullable String error, RenameForm form, Caller caller, ServerWebExchange exchange) {
        return authors.all()
                .zipWith(posts(caller), (all, posts) -> view(all, posts, error, form, caller, exchange))
                .map(view -> pages.page(status, "studio/authors.jte", view));
    }

    /** How many posts each name has; none while the lists are not complete, because the page does not need them. */
    private Mono<Map<String, Integer>> posts(Caller caller) {
        return listing.counts(CountedField.BYLINE, caller)
                .onErrorReturn(List.of())
                .map(all -> all.stream().collect(Collectors.toMap(ValueCount::value, ValueCount::posts)));
    }

    private AuthorsPage view(
            List<Author> all,
            Map<String, Integer> posts,
            @Nullable String error,
            RenameForm form,
            Caller caller,
            ServerWebExchange exchange) {
        return new AuthorsPage(
                pages.layout("Authors", StudioPages.AUTHORS, caller, exchange),
                error,
                all.stream().map(author -> row(author, posts)).toList(),
                all.stream()
                        .map(author -> new Option(author.slug().value(), String.join("; ", author.names())))
                        .toList(),
                all.stream().flatMap(author -> author.names().stream()).sorted().toList(),
                form,
                caller.isEditor());
    }

    private static AuthorRow row(Author author, Map<String, Integer> posts) {
        return new AuthorRow(
                author.slug().value(),
                String.join("; ", author.names()),
                posts.isEmpty() ? null : words(author.names(), posts),
                author.formerSlugs().stream().map(AuthorSlug::value).toList(),
                author.isRepublishing());
    }

    /** Such as 12 posts, or Zoë: 12 posts; Zoe: no posts. */
    private static String words(List<String> names, Map<String, Integer> posts) {
        return names.stream()
                .map(name -> (names.size() == 1 ? "" : name + ": ") + words(posts.getOrDefault(name, 0)))
                .collect(Collectors.joining("; "));
    }

    private static String words(int posts) {
        return posts == 0 ? "no posts" : String.format(Locale.US, posts == 1 ? "%,d post" : "%,d posts", posts);
    }

    private static AuthorSlug slug(@Nullable String text) {
        return new AuthorSlug(Objects.requireNonNullElse(text, ""));
    }

    private static String field(String name, MultiValueMap<String, String> form) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }
}
