package org.vedette.post.renaming;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.authors.Author;
import org.vedette.post.authors.AuthorRenaming;
import org.vedette.post.content.Byline;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Tag;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.Posts;
import org.vedette.post.renaming.Renaming.Kind;
import org.vedette.post.renaming.Renaming.State;
import org.vedette.post.renaming.RenamingException.InvalidRenamingException;
import org.vedette.post.renaming.RenamingException.MergeNotConfirmedException;
import org.vedette.post.renaming.RenamingException.RenamingNotFoundException;
import org.vedette.post.renaming.RenamingException.RenamingNotPermittedException;
import org.vedette.post.renaming.RenamingException.TooManyRenamingsException;
import org.vedette.post.renaming.RenamingException.UnknownNameException;
import org.vedette.post.renaming.RenamingException.UnknownTagException;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The use cases of renamings. An operation that is refused signals a {@link RenamingException}. */
public final class RenamingService {

    private static final Logger audit = LoggerFactory.getLogger("org.vedette.post.audit");
    private static final int MAX_OPEN = 20;

    private final Renamings renamings;
    private final Posts posts;
    private final AuthorRenaming authors;
    private final Clock clock;
    private final IdGenerator ids;

    public RenamingService(Renamings renamings, Posts posts, AuthorRenaming authors, Clock clock, IdGenerator ids) {
        this.renamings = renamings;
        this.posts = posts;
        this.authors = authors;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Begins to rename a tag in all posts; asked for again while it is under way, it answers the same renaming.
     *
     * @param isMerge whether posts may have the new tag already
     */
    public Mono<Renaming> renameTag(String tag, String to, boolean isMerge, Caller by) {
        return Mono.fromSupplier(() -> {
                    requireEditor(by);
                    return new Names(tag(tag), next(to, text -> new Tag(text).value()));
                })
                .flatMap(names ->
                        underWay(Kind.TAG, names).switchIfEmpty(Mono.defer(() -> beginTag(names, isMerge, by))));
    }

    private Mono<Renaming> beginTag(Names names, boolean isMerge, Caller by) {
        requireOther(names);
        return hasPosts(names.from())
                .flatMap(exists -> exists ? hasPosts(names.to()) : Mono.error(new UnknownTagException(names.from())))
                .flatMap(isTaken -> begin(Kind.TAG, names, isTaken && !isMerge, by));
    }

    private Mono<Boolean> hasPosts(String tag) {
        return posts.withTag(new Tag(tag)).hasElements();
    }

    /**
     * Begins to rename an author in all bylines, which keep their affiliations.
     *
     * @param slug of the author
     * @param name the one of the author's names that ends; null for the only one
     * @param isMerge whether the new name may be that of another author
     */
    public Mono<Renaming> renameAuthor(String slug, @Nullable String name, String to, boolean isMerge, Caller by) {
        return Mono.fromSupplier(() -> {
                    requireEditor(by);
                    return next(to, text -> new Byline(text, null).name());
                })
                .flatMap(next -> authors.find(slug).map(author -> new Names(formerName(author, name), next)))
                .flatMap(names ->
                        underWay(Kind.AUTHOR, names).switchIfEmpty(Mono.defer(() -> beginAuthor(names, isMerge, by))));
    }

    private Mono<Renaming> beginAuthor(Names names, boolean isMerge, Caller by) {
        requireOther(names);
        return authors.isMerge(names.from(), names.to())
                .flatMap(isTaken -> begin(Kind.AUTHOR, names, isTaken && !isMerge, by));
    }

    private static String formerName(Author author, @Nullable String name) {
        if (name == null && author.names().size() == 1) {
            return author.names().get(0);
        }
        if (name == null || !author.names().contains(name)) {
            throw new UnknownNameException("The field name must be one of the names of this author: "
                    + String.join("; ", author.names()) + ".");
        }
        return name;
    }

    /** A renaming, as far as it is now. */
    public Mono<Renaming> find(UUID id, Caller by) {
        return Mono.fromRunnable(() -> requireEditor(by))
                .then(Mono.defer(() -> renamings.find(id)))
                .switchIfEmpty(Mono.error(() -> new RenamingNotFoundException(id.toString())));
    }

    /** Those begun last, newest first. */
    public Mono<List<Renaming>> newest(int limit, Caller by) {
        return Mono.fromRunnable(() -> requireEditor(by))
                .thenMany(Flux.defer(() -> renamings.newest(limit)))
                .collectList();
    }

    /** The word that ends, and the one that takes its place. */
    private record Names(String from, String to) {}

    private Mono<Renaming> underWay(Kind kind, Names names) {
        return renamings
                .open()
                .filter(open -> open.kind() == kind
                        && open.from().equals(names.from())
                        && open.to().equals(names.to()))
                .next();
    }

    private Mono<Renaming> begin(Kind kind, Names names, boolean isUnconfirmed, Caller by) {
        if (isUnconfirmed) {
            return Mono.error(new MergeNotConfirmedException(kind, names.to()));
        }
        var now = clock.instant();
        var begun = new Renaming(
                ids.next(), kind, names.from(), names.to(), by.person(), State.WAITING, 0, 0, List.of(), now, now);
        return renamings
                .open()
                .count()
                .filter(open -> open < MAX_OPEN)
                .switchIfEmpty(Mono.error(() -> new TooManyRenamingsException(MAX_OPEN)))
                .then(Mono.defer(() -> renamings.save(begun)))
                .then(Mono.fromSupplier(() -> {
                    audit.info("Renaming {}: {}, by {}", begun.id(), begun.words(), begun.by());
                    return begun;
                }));
    }

    private static void requireOther(Names names) {
        if (names.from().equals(names.to())) {
            throw new InvalidRenamingException("to", "is the same as before: " + names.to());
        }
    }

    private static void requireEditor(Caller by) {
        if (!by.isEditor()) {
            throw new RenamingNotPermittedException();
        }
    }

    private static String tag(String text) {
        try {
            return new Tag(text).value();
        } catch (InvalidValueException noTag) {
            throw new UnknownTagException(text);
        }
    }

    private static String next(String text, Normalization normalization) {
        try {
            return normalization.of(text);
        } catch (InvalidValueException invalid) {
            throw new InvalidRenamingException("to", String.valueOf(invalid.getMessage()));
        }
    }

    /** Makes a word as posts have it. */
    private interface Normalization {
        String of(String text);
    }
}
