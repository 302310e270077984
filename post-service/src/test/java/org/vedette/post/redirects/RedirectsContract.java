package org.vedette.post.redirects;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.post.redirects.Redirects.Change;
import org.vedette.post.requests.Person;
import reactor.core.publisher.Mono;

/** The contract of {@link Redirects}, run against each implementation. */
public abstract class RedirectsContract {

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.456Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    protected abstract Redirects redirects();

    @Test
    void aRedirectIsFoundAsItWasAndASecondOneIsNotAdded() {
        var redirect = redirect("/a/one", "/posts/one");

        assertThat(await(redirects().add(redirect))).isTrue();
        assertThat(await(redirects().add(redirect("/a/one", "/posts/other")))).isFalse();

        assertThat(await(redirects().find(redirect.from()))).isEqualTo(redirect);
    }

    @Test
    void aListIsSortedSearchedAndGoesOnWhereItEnded() {
        await(redirects().add(redirect("/b/2", "/posts/Zwei")));
        await(redirects().add(redirect("/b/1", "/posts/eins")));
        await(redirects().add(redirect("/b/3", "/posts/drei")));

        assertThat(paths("/b/", null)).containsExactly("/b/1", "/b/2", "/b/3");
        assertThat(paths("/b/", "/b/1")).containsExactly("/b/2", "/b/3");
        assertThat(paths("zwei", null)).containsExactly("/b/2");
        assertThat(paths(".*", null)).isEmpty();
        assertThat(paths("b\0", null)).isEmpty();
    }

    @Test
    void aChangeIsPendingUntilItWasSent() {
        var redirect = redirect("/c/one", "/posts/one");
        await(redirects().add(redirect));
        var added = pending(redirect.from());

        redirects().sent(List.of(added)).block(TIMEOUT);
        assertThat(redirects()
                        .pending(1_000)
                        .any(change -> change.from().equals(redirect.from()))
                        .block(TIMEOUT))
                .isFalse();

        assertThat(await(redirects().remove(redirect.from()))).isTrue();
        var removed = pending(redirect.from());
        assertThat(removed.to()).isNull();
        assertThat(removed.revision()).isGreaterThan(added.revision());
        assertThat(await(redirects().remove(redirect.from()))).isFalse();
        assertThat(redirects().find(redirect.from()).blockOptional(TIMEOUT)).isEmpty();
        assertThat(paths("/c/", null)).isEmpty();
    }

    @Test
    void whatChangedWhileItWasSentStaysPending() {
        var redirect = redirect("/d/one", "/posts/one");
        await(redirects().add(redirect));
        var first = pending(redirect.from());
        await(redirects().remove(redirect.from()));
        await(redirects().add(redirect("/d/one", "/posts/two")));

        redirects().sent(List.of(first)).block(TIMEOUT);

        assertThat(Objects.requireNonNull(pending(redirect.from()).to()).value())
                .isEqualTo("/posts/two");
    }

    @Test
    void aRedirectTakesThePlaceOfAnotherAndIsFoundByWhereItLeads() {
        await(redirects().add(redirect("/e/one", "/posts/e-one")));
        await(redirects().add(redirect("/e/two", "/posts/e-one")));
        var first = pending(new OldPath("/e/one"));

        redirects().put(redirect("/e/one", "/posts/e-two")).block(TIMEOUT);
        redirects().put(redirect("/tags/three", "/posts/e-one")).block(TIMEOUT);
        await(redirects().remove(new OldPath("/e/two")));

        assertThat(await(redirects().find(new OldPath("/e/one"))).to().value()).isEqualTo("/posts/e-two");
        assertThat(pending(new OldPath("/e/one")).revision()).isGreaterThan(first.revision());
        assertThat(await(redirects().leadingTo(new Target("/posts/e-one")).collectList()))
                .extracting(redirect -> redirect.from().value())
                .containsExactly("/tags/three");
    }

    @Test
    void oneReplicaAtATimeSends() {
        assertThat(await(redirects().claim("one", AT, AT.plusSeconds(60)))).isTrue();
        assertThat(await(redirects().claim("two", AT.plusSeconds(59), AT.plusSeconds(120))))
                .isFalse();
        assertThat(await(redirects().claim("one", AT.plusSeconds(59), AT.plusSeconds(90))))
                .isTrue();
        assertThat(await(redirects().claim("two", AT.plusSeconds(91), AT.plusSeconds(120))))
                .isTrue();
    }

    private static Redirect redirect(String from, String to) {
        return new Redirect(new OldPath(from), new Target(to), new Person("ada", "Ada Example"), AT);
    }

    private Change pending(OldPath from) {
        return await(redirects()
                .pending(1_000)
                .filter(change -> change.from().equals(from))
                .single());
    }

    private List<String> paths(String text, @Nullable String after) {
        return await(redirects()
                .list(text, after, 10)
                .map(redirect -> redirect.from().value())
                .collectList());
    }

    @CanIgnoreReturnValue
    private static <T> T await(Mono<T> operation) {
        return Objects.requireNonNull(operation.block(TIMEOUT));
    }
}
