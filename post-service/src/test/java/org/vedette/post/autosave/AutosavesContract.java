package org.vedette.post.autosave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.post.lifecycle.PostId;
import reactor.core.publisher.Mono;

/** The contract of {@link Autosaves}, run against each implementation. */
public abstract class AutosavesContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-02T09:30:00.123Z");

    private final PostId post = new PostId(UUID.randomUUID());
    private final String ada = "ada-" + post;

    protected abstract Autosaves autosaves();

    @Test
    void itIsFoundAsItWasTypedByThePersonWhoTypedIt() {
        var autosave = autosave(ada, AutosaveKey.of(post), "It <waits>.\r\n");
        done(autosaves().put(autosave));

        assertThat(find(ada, AutosaveKey.of(post))).contains(autosave);
        assertThat(find("ben", AutosaveKey.of(post))).isEmpty();
        assertThat(find(ada, AutosaveKey.ofNew(Optional.empty()))).isEmpty();
    }

    @Test
    void theLastOneReplacesTheOneBefore() {
        var key = AutosaveKey.ofNew(Optional.of("weekly-phishing-report"));
        done(autosaves().put(autosave(ada, key, "First")));
        var second = autosave(ada, key, "Second");

        done(autosaves().put(second));

        assertThat(find(ada, key)).contains(second);
    }

    @Test
    void itIsForgotten() {
        var key = AutosaveKey.ofNew(Optional.empty());
        done(autosaves().put(autosave(ada, key, "Text")));

        done(autosaves().delete(ada, key));
        done(autosaves().delete(ada, key));

        assertThat(find(ada, key)).isEmpty();
    }

    @Test
    void thoseOfADeletedPostAreDeletedForAll() {
        var key = AutosaveKey.of(post);
        done(autosaves().put(autosave(ada, key, "One")));
        done(autosaves().put(autosave("ben", key, "Two")));
        done(autosaves().put(autosave(ada, AutosaveKey.ofNew(Optional.empty()), "Three")));

        done(autosaves().deleteAll(post));

        assertThat(find(ada, key)).isEmpty();
        assertThat(find("ben", key)).isEmpty();
        assertThat(find(ada, AutosaveKey.ofNew(Optional.empty()))).isPresent();
    }

    private static Autosave autosave(String person, AutosaveKey key, String body) {
        return new Autosave(
                person, key, 7, Map.of("body", List.of(body), "bylineName", List.of("Ada", "", "Ben")), THEN);
    }

    private Optional<Autosave> find(String person, AutosaveKey key) {
        return autosaves().find(person, key).blockOptional(TIMEOUT);
    }

    private static void done(Mono<Void> action) {
        action.block(TIMEOUT);
    }
}
