package org.vedette.post.authors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The contract of {@link AuthorNames}, run against each implementation. */
public abstract class AuthorNamesContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant SOON = Instant.parse("2026-11-02T09:30:00.123Z");

    private final String unique = UUID.randomUUID().toString();

    protected abstract AuthorNames names();

    @Test
    void aNameIsFoundExactlyAsItWasAdded() {
        var accented = name("Zoë", "zoe", null, SOON);
        var plain = name("Zoe", "zoe-2", null, null);
        add(accented);
        add(plain);

        assertThat(find("Zoë")).containsExactly(accented);
        assertThat(find("Zoe")).containsExactly(plain);
        assertThat(find("zoe")).isEmpty();
        assertThat(all()).contains(accented, plain);
    }

    @Test
    void aSlugIsChosenForOneNameOnly() {
        add(name("Zoë", "zoe", null, null));

        assertThat(names().add(name("Zoe", "zoe", null, null)).block(TIMEOUT)).isFalse();
        assertThat(names().add(name("Zoë", "zoe-2", null, null)).block(TIMEOUT)).isFalse();
        assertThat(find("Zoe")).isEmpty();
        assertThat(find("Zoë")).containsExactly(name("Zoë", "zoe", null, null));
    }

    @Test
    void ofManyConcurrentAdditionsOfASlugOneSucceeds() {
        var added = Flux.range(0, 20)
                .flatMap(number -> names().add(name("Zoe " + number, "zoe", null, null)))
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();

        assertThat(added).containsOnlyOnce(true).hasSize(20);
    }

    @Test
    void mergedNamesStandForTheOtherAuthorAndAreToBeRepublished() {
        add(name("Ada", "ada", null, null));
        add(name("A. D. A.", "a-d-a", null, null));
        add(name("Ada E.", "ada-e", slug("a-d-a"), null));
        add(name("Bob", "bob", null, null));

        names().merge(slug("a-d-a"), slug("ada"), SOON).block(TIMEOUT);

        assertThat(all())
                .contains(
                        name("Ada", "ada", null, null),
                        name("A. D. A.", "a-d-a", slug("ada"), SOON),
                        name("Ada E.", "ada-e", slug("ada"), SOON),
                        name("Bob", "bob", null, null));
        assertThat(republishing()).contains(name("A. D. A.", "a-d-a", slug("ada"), SOON));
        assertThat(republishing()).doesNotContain(name("Ada", "ada", null, null));
    }

    @Test
    void anAuthorWhoIsMergedTheOtherWayRoundHasTheOwnSlugAgain() {
        add(name("Ada", "ada", null, null));
        add(name("Bob", "bob", slug("ada"), null));

        names().merge(slug("ada"), slug("bob"), SOON).block(TIMEOUT);

        assertThat(all()).contains(name("Ada", "ada", slug("bob"), SOON), name("Bob", "bob", null, SOON));
    }

    @Test
    void aMergeIsUndoneForOneName() {
        add(name("Ada", "ada", null, null));
        add(name("Bob", "bob", slug("ada"), null));
        add(name("Cid", "cid", slug("ada"), null));

        assertThat(names().separate(slug("bob"), SOON).block(TIMEOUT)).isTrue();
        assertThat(names().separate(slug("ada"), SOON).block(TIMEOUT)).isFalse();

        assertThat(all())
                .contains(
                        name("Ada", "ada", null, null),
                        name("Bob", "bob", null, SOON),
                        name("Cid", "cid", slug("ada"), null));
    }

    @Test
    void republishingEndsUnlessItBeganAgain() {
        var first = name("Ada", "ada", null, SOON);
        var again = name("Bob", "bob", slug("ada"), SOON.plusSeconds(1));
        add(first);
        add(again);

        names().endRepublishing(first).block(TIMEOUT);
        names().endRepublishing(name("Bob", "bob", slug("ada"), SOON)).block(TIMEOUT);

        assertThat(republishing()).contains(again).doesNotContain(first);
        assertThat(find("Ada")).containsExactly(name("Ada", "ada", null, null));
    }

    private void add(AuthorName name) {
        assertThat(names().add(name).block(TIMEOUT)).isTrue();
    }

    private List<AuthorName> find(String name) {
        return blocked(names().find(List.of(name + unique)));
    }

    private List<AuthorName> all() {
        return blocked(names().all());
    }

    private List<AuthorName> republishing() {
        return blocked(names().republishing());
    }

    private static List<AuthorName> blocked(Flux<AuthorName> names) {
        return names.collectList().blockOptional(TIMEOUT).orElseThrow();
    }

    private AuthorName name(
            String name, String slug, @Nullable AuthorSlug mergedInto, @Nullable Instant republishUntil) {
        return new AuthorName(name + unique, slug(slug), mergedInto, republishUntil);
    }

    private AuthorSlug slug(String slug) {
        return new AuthorSlug(slug + "-" + unique);
    }
}
