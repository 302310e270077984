package org.vedette.notification.digests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.digests.TestDigests.aDigestedPost;
import static org.vedette.notification.digests.TestDigests.revised;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;

class DigestArchiveTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock();
    private final InMemoryDigestedPosts posts = new InMemoryDigestedPosts();
    private final DigestArchive archive = new DigestArchive(posts, Duration.ofDays(31), clock);
    private final DigestedPost post = aDigestedPost(clock.instant());

    @Test
    void aNewPostIsListed() {
        archive.follow(post, false).block(TIMEOUT);

        assertThat(isListed()).isTrue();
    }

    @Test
    void aQuietPostIsNotListed() {
        archive.follow(post, true).block(TIMEOUT);

        assertThat(isListed()).isFalse();
    }

    @Test
    void aPostThatIsPublishedAgainQuietlyIsBackOnTheList() {
        archive.follow(post, false).then(archive.hide(post.id(), 2)).block(TIMEOUT);
        assertThat(isListed()).isFalse();

        archive.follow(revised(post, 3, post.title()), true).block(TIMEOUT);

        assertThat(isListed()).isTrue();
    }

    @Test
    void aPostOfLongAgoIsNotListed() {
        clock.advance(Duration.ofDays(31).plusMillis(1));
        archive.follow(post, false).block(TIMEOUT);

        assertThat(isListed()).isFalse();
    }

    @Test
    void aPostThatWasRestrictedSinceIsNotOnTheList() {
        archive.follow(post, false).then(archive.hide(post.id(), 2)).block(TIMEOUT);

        assertThat(isListed()).isFalse();
    }

    private boolean isListed() {
        return posts.listed(List.of(post.id()))
                .hasElements()
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }
}
