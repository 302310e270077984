package org.vedette.post.authors.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.authors.Author;
import org.vedette.post.authors.AuthorException.InvalidMergeException;
import org.vedette.post.authors.AuthorException.UnknownAuthorException;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.content.InvalidValueException;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The API of authors. */
@RestController
@RequestMapping("/api/authors")
final class AuthorController {

    private static final String MERGE = "/{slug}/merge";

    private final AuthorService authors;
    private final ContentTags tags;

    AuthorController(AuthorService authors, ContentTags tags) {
        this.authors = authors;
        this.tags = tags;
    }

    @GetMapping
    Mono<ResponseEntity<AuthorList>> all() {
        return authors.all()
                .map(all ->
                        tags.ok(new AuthorList(all.stream().map(AuthorView::of).toList())));
    }

    @PutMapping(path = MERGE, consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<AuthorView> merge(@PathVariable String slug, @RequestBody MergeRequest request) {
        return authors.merge(author(slug), target(request)).map(AuthorView::of);
    }

    @DeleteMapping(MERGE)
    Mono<AuthorView> separate(@PathVariable String slug) {
        return authors.separate(author(slug)).map(AuthorView::of);
    }

    private static AuthorSlug author(String slug) {
        try {
            return new AuthorSlug(slug);
        } catch (InvalidValueException noSlug) {
            throw new UnknownAuthorException(slug);
        }
    }

    private static AuthorSlug target(MergeRequest request) {
        try {
            return new AuthorSlug(Objects.requireNonNullElse(request.into(), ""));
        } catch (InvalidValueException noSlug) {
            throw InvalidMergeException.intoUnknown(request.into());
        }
    }

    /** @param into slug of the author who stays */
    record MergeRequest(@Nullable String into) {}

    record AuthorList(List<AuthorView> authors) {}

    /**
     * An author.
     *
     * @param republishing whether posts are still being published again after the last merge
     */
    record AuthorView(String slug, List<String> names, List<String> formerSlugs, boolean republishing) {

        static AuthorView of(Author author) {
            return new AuthorView(
                    author.slug().value(),
                    author.names(),
                    author.formerSlugs().stream().map(AuthorSlug::value).toList(),
                    author.isRepublishing());
        }
    }
}
