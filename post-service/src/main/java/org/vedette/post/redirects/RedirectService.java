package org.vedette.post.redirects;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.redirects.RedirectException.InvalidRedirectException;
import org.vedette.post.redirects.RedirectException.RedirectExistsException;
import org.vedette.post.redirects.RedirectException.RedirectNotPermittedException;
import org.vedette.post.redirects.RedirectException.UnknownRedirectException;
import org.vedette.post.redirects.Redirects.Page;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Person;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The use cases of redirects. An operation that is refused signals a {@link RedirectException}. */
public final class RedirectService {

    private final Redirects redirects;
    private final Runnable relay;
    private final String baseUrl;
    private final Clock clock;

    /**
     * Creates a service.
     *
     * @param relay is told of each change
     * @param baseUrl with which the addresses of this site begin
     */
    public RedirectService(Redirects redirects, Runnable relay, String baseUrl, Clock clock) {
        this.redirects = redirects;
        this.relay = relay;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** Leads an old address to a page of this site; the same again changes nothing. */
    public Mono<Redirect> add(String from, String to, Caller by) {
        return Mono.fromSupplier(() -> {
                    requireEditor(by);
                    return new Redirect(
                            valid("from", () -> OldPath.parse(from)),
                            valid("to", () -> Target.parse(to, baseUrl)),
                            by.person(),
                            clock.instant());
                })
                .flatMap(this::add);
    }

    private Mono<Redirect> add(Redirect redirect) {
        return redirects
                .add(redirect)
                .flatMap(added -> added
                        ? Mono.just(redirect).doOnNext(stored -> relay.run())
                        : redirects
                                .find(redirect.from())
                                .flatMap(existing -> existing.to().equals(redirect.to())
                                        ? Mono.just(existing)
                                        : Mono.error(new RedirectExistsException(existing)))
                                .switchIfEmpty(Mono.defer(() -> add(redirect))));
    }

    /**
     * Restores a redirect of an export.
     *
     * @return false, and nothing is written, when it is here; a {@code RedirectExistsException} when the path leads somewhere else
     */
    public Mono<Boolean> restore(Redirect restored) {
        return redirects
                .add(restored)
                .doOnNext(added -> relay.run())
                .flatMap(added -> added ? Mono.just(true) : checkRestore(restored));
    }

    /** Whether a redirect would be restored; signals what {@link #restore} would signal. */
    public Mono<Boolean> checkRestore(Redirect restored) {
        return redirects
                .find(restored.from())
                .flatMap(existing -> existing.to().equals(restored.to())
                        ? Mono.just(false)
                        : Mono.error(new RedirectExistsException(existing)))
                .defaultIfEmpty(true);
    }

    /** Leads the addresses that an imported post had to it; emits a note for each that cannot lead there. */
    public Flux<String> addImported(List<String> paths, Published post, Caller by) {
        var target = "/posts/" + post.slug().value();
        return Flux.fromIterable(paths)
                .filter(path -> !path.equals(target) && !path.equals(target + "/"))
                .concatMap(path -> add(path, target, by)
                        .then(Mono.<String>empty())
                        .onErrorResume(
                                RedirectException.class,
                                refused -> Mono.just(
                                        "its address " + path + " is not redirected: " + refused.getMessage())));
    }

    /**
     * Has the page of a tag or author lead to another one, and what led there as well; the other one leads nowhere itself. So
     * there are neither loops nor chains. Repeated, it changes nothing.
     */
    public Mono<Void> movePage(Target from, Target to, Person by) {
        return redirects
                .remove(OldPath.ofPage(to))
                .thenMany(redirects.leadingTo(from))
                .concatWithValues(new Redirect(OldPath.ofPage(from), from, by, clock.instant()))
                .concatMap(each -> redirects.put(each.leadingTo(to)))
                .then(Mono.fromRunnable(relay));
    }

    /** A redirect, or an {@link UnknownRedirectException}. */
    public Mono<Redirect> find(String from) {
        return Mono.fromSupplier(() -> valid("from", () -> OldPath.parseKnown(from)))
                .flatMap(redirects::find)
                .switchIfEmpty(Mono.error(() -> new UnknownRedirectException(from)));
    }

    /** Ends a redirect: its address leads nowhere then. */
    public Mono<Void> remove(String from, Caller by) {
        return Mono.fromSupplier(() -> {
                    requireEditor(by);
                    return valid("from", () -> OldPath.parseKnown(from));
                })
                .flatMap(redirects::remove)
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(() -> new UnknownRedirectException(from)))
                .doOnNext(removed -> relay.run())
                .then();
    }

    /**
     * Some redirects, sorted by their paths.
     *
     * @param text in either path; null for all
     * @param after the cursor of the page before; null for the first page
     */
    public Mono<Page> list(@Nullable String text, @Nullable String after, int limit) {
        return redirects.list(text, after, limit + 1).collectList().map(found -> page(found, limit));
    }

    private static Page page(List<Redirect> found, int limit) {
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), found.get(limit - 1).from().value());
    }

    private static void requireEditor(Caller by) {
        if (!by.isEditor()) {
            throw new RedirectNotPermittedException();
        }
    }

    private static <T> T valid(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValueException invalid) {
            throw new InvalidRedirectException(field, String.valueOf(invalid.getMessage()));
        }
    }
}
