package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.vedette.feed.search.IndexState;
import org.vedette.feed.search.IndexState.Phase;

class SearchHealthTests {

    @Test
    void anIndexThatIsBeingBuiltIsOutOfServiceAndSaysHowFarItIs() {
        var health = FeedServiceConfiguration.health(new IndexState(Phase.BUILDING, 120, 0, null));

        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails()).containsEntry("read", 120L).doesNotContainKey("failure");
    }

    @Test
    void anIndexThatCouldNotBeBuiltSaysWhy() {
        var health = FeedServiceConfiguration.health(new IndexState(Phase.FAILED, 120, 0, "the store is unavailable"));

        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails()).containsEntry("failure", "the store is unavailable");
    }

    @Test
    void aCompleteIndexIsUpEvenIfALaterBuildFailed() {
        var health =
                FeedServiceConfiguration.health(new IndexState(Phase.COMPLETE, 120, 500, "the store is unavailable"));

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry("posts", 500L)
                .containsEntry("failure", "the store is unavailable");
    }
}
