package org.vedette.post.authors;

import java.util.List;
import org.vedette.post.authors.AuthorException.UnknownAuthorException;
import reactor.core.publisher.Mono;

/**
 * Whom a name stands for before and after it is written differently. An author whose page has its address from the former name
 * moves to that of the new one, with all other names; where the page has its address from another name, it stays.
 */
public final class AuthorRenaming {

    private final AuthorService authors;
    private final AuthorNames names;

    public AuthorRenaming(AuthorService authors, AuthorNames names) {
        this.authors = authors;
        this.names = names;
    }

    /** The last path segments of a page before and after. */
    public record Move(AuthorSlug from, AuthorSlug to) {}

    /** The author with a slug, or an {@link AuthorException}. */
    public Mono<Author> find(String slug) {
        return authors.all()
                .flatMapIterable(all -> all)
                .filter(author -> author.slug().value().equals(slug))
                .next()
                .switchIfEmpty(Mono.error(() -> new UnknownAuthorException(slug)));
    }

    /** Whether the new name stands for another author, so that the two become one. */
    public Mono<Boolean> isMerge(String from, String to) {
        return known(from)
                .flatMap(former -> names.find(List.of(to))
                        .next()
                        .map(next -> !next.author().equals(former.author())))
                .defaultIfEmpty(false);
    }

    /** Makes the new name known, before posts have it; emits where the page of the former name is afterwards. */
    public Mono<Move> prepare(String from, String to) {
        return known(from)
                .flatMap(former -> authors.require(to, former.mergedInto())
                        .map(next -> new Move(former.slug(), destination(former, next))));
    }

    private static AuthorSlug destination(AuthorName former, AuthorName next) {
        return former.author().equals(next.author()) && former.mergedInto() == null ? next.slug() : next.author();
    }

    /** Has the former name stand for whom the new one stands for, once no post has the former one. */
    public Mono<Void> complete(String from, String to) {
        return known(from).flatMap(former -> known(to).flatMap(next -> complete(former, next)));
    }

    private Mono<Void> complete(AuthorName former, AuthorName next) {
        var isPrimary = former.mergedInto() == null;
        if (former.author().equals(next.author())) {
            return isPrimary ? authors.moveTo(next.slug(), former.author()) : Mono.empty();
        }
        return (isPrimary
                        ? Mono.just(former.slug())
                        : authors.separate(former.slug()).map(Author::slug))
                .flatMap(own -> authors.merge(own, next.author()))
                .then();
    }

    private Mono<AuthorName> known(String name) {
        return names.find(List.of(name)).next().switchIfEmpty(Mono.error(() -> new UnknownAuthorException(name)));
    }
}
