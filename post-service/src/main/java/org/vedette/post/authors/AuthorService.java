package org.vedette.post.authors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.PostContract;
import org.vedette.post.authors.AuthorException.InvalidMergeException;
import org.vedette.post.authors.AuthorException.NameTakenException;
import org.vedette.post.authors.AuthorException.UnknownAuthorException;
import org.vedette.post.authors.PublishedNames.PublishedName;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Chooses the slugs of authors, once for each name. Names that differ in anything are different authors, with numbers where
 * their slugs would be the same, until an editor merges them.
 */
public final class AuthorService {

    /** Longer than a request that has read the names before a merge takes to store its event. */
    private static final Duration REPUBLISHING = Duration.ofMinutes(1);

    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);
    private static final int MAX_NUMBER = 10_000;

    private final AuthorNames names;
    private final PublishedNames published;
    private final Clock clock;
    private final Mono<Boolean> adopted;

    /** @param clock must tick in milliseconds: the store keeps no more */
    public AuthorService(AuthorNames names, PublishedNames published, Clock clock) {
        this.names = names;
        this.published = published;
        this.clock = clock;
        this.adopted = Mono.defer(this::adopt)
                .thenReturn(true)
                .cache(done -> FOR_EVER, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The bylines of a post that is published, with the slugs of their authors; chooses those of new names. */
    public Mono<List<Byline>> credit(List<Byline> bylines) {
        var wanted = bylines.stream().map(Byline::name).collect(Collectors.toSet());
        return known(wanted)
                .flatMap(known -> known.keySet().equals(wanted) ? Mono.just(known) : withNew(wanted, known))
                .map(known -> bylines.stream()
                        .map(byline -> credited(byline, Objects.requireNonNull(known.get(byline.name()))))
                        .toList());
    }

    /** Chooses slugs for the authors of earlier versions; done once, it does nothing. */
    public Mono<Void> adoptPublished() {
        return adopted.then();
    }

    /**
     * Restores a name of an export with its slug.
     *
     * @return false, and nothing is written, when it is here; a {@code NameTakenException} when it or its slug stands for another author
     */
    public Mono<Boolean> restore(AuthorName restored) {
        return adopted.then(names.add(restored)).flatMap(added -> added ? Mono.just(true) : checkRestore(restored));
    }

    /** Whether a name would be restored; signals what {@link #restore} would signal. */
    public Mono<Boolean> checkRestore(AuthorName restored) {
        return names.find(List.of(restored.name()))
                .next()
                .switchIfEmpty(names.find(restored.slug()))
                .flatMap(found -> found.isSameAs(restored)
                        ? Mono.just(false)
                        : Mono.<Boolean>error(new NameTakenException(restored)))
                .defaultIfEmpty(true);
    }

    /** All authors, sorted by slug. */
    public Mono<List<Author>> all() {
        return bySlug().map(authors -> List.copyOf(authors.values()));
    }

    /**
     * Makes one author of two: the page of the first redirects to that of the other. Repeated, it changes nothing.
     *
     * @return the author that stays, or {@link AuthorException}; this may be a third one when the author was merged, too,
     *     meanwhile
     */
    public Mono<Author> merge(AuthorSlug from, AuthorSlug into) {
        return bySlug().flatMap(authors -> {
                    requireMergeable(from, into, authors);
                    return authors.containsKey(from) ? names.merge(from, into, republishUntil()) : Mono.empty();
                })
                .then(Mono.defer(this::joinChains))
                .then(staying(into));
    }

    /**
     * Merges with the last author of a chain: when two requests merge a into b and b into c at the same time, the names of a
     * may stand for b, which stands for c. Whichever request comes here last sees what both have stored.
     */
    private Mono<Void> joinChains() {
        return names.all()
                .filter(name -> name.mergedInto() != null)
                .collectMap(AuthorName::slug, AuthorName::author)
                .flatMap(merged -> merged.values().stream()
                        .filter(merged::containsKey)
                        .findFirst()
                        .map(middle -> names.merge(middle, Objects.requireNonNull(merged.get(middle)), republishUntil())
                                .then(Mono.defer(this::joinChains)))
                        .orElseGet(Mono::empty));
    }

    /**
     * Undoes a merge for the name that a slug was chosen for.
     *
     * @return the author that has the slug again, or {@link AuthorException}
     */
    public Mono<Author> separate(AuthorSlug slug) {
        return names.separate(slug, republishUntil()).then(find(slug));
    }

    /**
     * A name, which is added when it is not known yet.
     *
     * @param author whom a new name stands for; null for an author of its own
     */
    Mono<AuthorName> require(String name, @Nullable AuthorSlug author) {
        return adopted.thenMany(names.find(List.of(name)))
                .next()
                .switchIfEmpty(
                        Mono.defer(() -> add(AuthorSlug.of(name), slug -> new AuthorName(name, slug, author, null))));
    }

    /** Gives the page of an author the address that was chosen for another one of the author's names. */
    Mono<Void> moveTo(AuthorSlug slug, AuthorSlug author) {
        return slug.equals(author) ? Mono.empty() : names.merge(author, slug, republishUntil());
    }

    private Mono<Map<AuthorSlug, Author>> bySlug() {
        return adopted.then(names.all().collectList()).map(Author::ofNames);
    }

    private Mono<Author> find(AuthorSlug slug) {
        return bySlug().flatMap(authors -> Mono.justOrEmpty(authors.get(slug)))
                .switchIfEmpty(Mono.error(() -> new UnknownAuthorException(slug.value())));
    }

    /** The author whose page the slug leads to. */
    private Mono<Author> staying(AuthorSlug slug) {
        return bySlug().flatMapIterable(Map::values)
                .filter(author ->
                        author.slug().equals(slug) || author.formerSlugs().contains(slug))
                .next();
    }

    private static void requireMergeable(AuthorSlug from, AuthorSlug into, Map<AuthorSlug, Author> authors) {
        if (from.equals(into)) {
            throw new InvalidMergeException(
                    "An author cannot be merged with itself: name another one in the field into.");
        }
        var target = authors.get(into);
        if (target == null) {
            throw InvalidMergeException.intoUnknown(into.value());
        }
        if (!authors.containsKey(from) && !target.formerSlugs().contains(from)) {
            throw new UnknownAuthorException(from.value());
        }
    }

    private static Byline credited(Byline byline, AuthorName author) {
        var former = author.formerSlugs().stream().map(AuthorSlug::value).toList();
        return new Byline(byline.name(), byline.affiliation(), author.author().value(), former);
    }

    private Mono<Map<String, AuthorName>> known(Collection<String> wanted) {
        return names.find(wanted).collectMap(AuthorName::name);
    }

    private Mono<Map<String, AuthorName>> withNew(Set<String> wanted, Map<String, AuthorName> known) {
        return adopted.thenMany(Flux.fromIterable(wanted))
                .filter(name -> !known.containsKey(name))
                .concatMap(name -> add(AuthorSlug.of(name), slug -> new AuthorName(name, slug, null, null)), 1)
                .then(known(wanted));
    }

    /**
     * Adds the names of posts of earlier versions, whose authors keep the slugs that consumers derived from the names. Where
     * several names shared one, the name that was published first keeps it, and the posts of the others are published again.
     */
    private Mono<Void> adopt() {
        return names.all()
                .map(AuthorName::name)
                .collect(Collectors.toSet())
                .flatMapMany(known -> published.all().filter(each -> !known.contains(each.name())))
                .collect(Collectors.toMap(PublishedName::name, PublishedName::publishedAt, AuthorService::earlier))
                .flatMapIterable(AuthorService::oldestFirst)
                .concatMap(this::adopt, 1)
                .then();
    }

    private Mono<AuthorName> adopt(String name) {
        var derived = new Byline(name, null).authorSlug();
        var base = PostContract.isAuthorSlug(derived) ? new AuthorSlug(derived) : AuthorSlug.of(name);
        return add(base, slug -> {
            var isDerived = slug.value().equals(derived);
            return new AuthorName(name, slug, null, isDerived ? null : republishUntil());
        });
    }

    /** Adds a name with the first free slug; another request may add the same name meanwhile, and its slug counts. */
    private Mono<AuthorName> add(AuthorSlug base, Function<AuthorSlug, AuthorName> withSlug) {
        return Flux.range(1, MAX_NUMBER)
                .map(number -> withSlug.apply(base.numbered(number)))
                .concatMap(this::addUnlessTaken, 1)
                .next()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no number is free for the slug " + base)));
    }

    /** Empty when another name has the slug. */
    private Mono<AuthorName> addUnlessTaken(AuthorName name) {
        return names.add(name)
                .flatMap(added -> added
                        ? Mono.just(name)
                        : names.find(List.of(name.name())).next());
    }

    private Instant republishUntil() {
        return clock.instant().plus(REPUBLISHING);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<String> oldestFirst(Map<String, Instant> firstPublications) {
        return firstPublications.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
