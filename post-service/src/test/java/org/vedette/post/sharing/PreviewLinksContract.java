package org.vedette.post.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.requests.Person;
import reactor.core.publisher.Mono;

/** The contract of {@link PreviewLinks}, run against each implementation. */
public abstract class PreviewLinksContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-02T09:30:00.123Z");

    private final PostId post = new PostId(UUID.randomUUID());

    protected abstract PreviewLinks links();

    @Test
    void linksAreFoundByTheirPostAndByTheirSecret() {
        var first = link(THEN);
        var second = link(THEN.plusMillis(1));
        done(links().add(first));
        done(links().add(second));

        assertThat(all()).containsExactly(second, first);
        assertThat(links().find(first.secretHash()).blockOptional(TIMEOUT)).contains(first);
        assertThat(links().find("0".repeat(64)).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void aLinkIsDeletedByTheIdsOfItAndItsPost() {
        var link = link(THEN);
        done(links().add(link));

        assertThat(links().delete(new PostId(UUID.randomUUID()), link.id()).block(TIMEOUT))
                .isFalse();
        assertThat(links().delete(post, link.id()).block(TIMEOUT)).isTrue();
        assertThat(links().delete(post, link.id()).block(TIMEOUT)).isFalse();
        assertThat(links().find(link.secretHash()).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void linksThatExpiredAreDeleted() {
        var old = link(THEN);
        var valid = link(THEN.plusSeconds(10));
        done(links().add(old));
        done(links().add(valid));

        done(links().deleteExpired(post, old.expiresAt()));

        assertThat(all()).containsExactly(valid);
    }

    @Test
    void theLinksOfADeletedPostAreDeleted() {
        done(links().add(link(THEN)));

        done(links().deleteAll(post));

        assertThat(all()).isEmpty();
    }

    private PreviewLink link(Instant at) {
        var id = UUID.randomUUID();
        var hash = (id + "" + id).replace("-", "");
        return new PreviewLink(id, post, Tlp.AMBER, hash, new Person("ada", "Ada Example"), at, at.plusSeconds(60));
    }

    private List<PreviewLink> all() {
        return links().of(post).collectList().blockOptional(TIMEOUT).orElseThrow();
    }

    private static void done(Mono<Void> action) {
        action.block(TIMEOUT);
    }
}
