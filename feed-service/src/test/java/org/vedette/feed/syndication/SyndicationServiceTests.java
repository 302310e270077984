package org.vedette.feed.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.testsupport.events.PublicPosts;

class SyndicationServiceTests {

    private static final Instant NOON = Instant.parse("2016-06-30T12:00:00Z");

    private final InMemoryEntries entries = new InMemoryEntries();
    private final LiveTimeline timeline = new LiveTimeline(entries);
    private final SyndicationService syndication = new SyndicationService(
            timeline,
            entries,
            new Blog("Blog", "Tagline", URI.create("https://blog.example.org")),
            Set.of(Tlp.CLEAR, Tlp.GREEN),
            2);

    @Test
    void aFeedHasTheNewestPostsOnly() {
        keep(aPost().title("Old").publishedAt(NOON.minusSeconds(60)));
        keep(aPost().title("New").publishedAt(NOON.plusSeconds(60)));
        keep(aPost().title("Mid").publishedAt(NOON));

        var feed = feed();

        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("New", "Mid");
    }

    @Test
    void aPostThatIsNotForEverybodyStaysOutOfFeeds() {
        keep(aPost().title("For all"));
        keep(aPost().title("For few").marked("AMBER"));
        keep(aPost().title("For fewer").marked("RED"));

        var feed = feed();

        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("For all");
    }

    @Test
    void aLabelLeadsTheTitleSinceReadersShowNoOther() {
        keep(aPost().title("For the community").marked("GREEN"));

        var feed = feed();

        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("[TLP:GREEN] For the community");
    }

    @Test
    void aFeedIsAsOldAsItsNewestRevision() {
        keep(aPost().publishedAt(NOON).revisedAt(NOON.plusSeconds(600)));
        keep(aPost().publishedAt(NOON.plusSeconds(60)).revisedAt(NOON.plusSeconds(60)));

        var feed = feed();

        assertThat(feed.revisedAt()).isEqualTo(NOON.plusSeconds(600));
    }

    @Test
    void twoPostsOfOneSecondAreOneSecondApart() {
        keep(aPost().publishedAt(NOON.plusMillis(1)));
        keep(aPost().publishedAt(NOON.plusMillis(2)));

        var feed = feed();

        assertThat(feed.entries()).extracting(FeedEntry::publishedAt).containsExactly(NOON.plusSeconds(1), NOON);
    }

    @Test
    void aFeedWithoutPostsIsAFeed() {
        var feed = feed();

        assertThat(feed.entries()).isEmpty();
    }

    private Feed feed() {
        timeline.load().block();
        return syndication.feed().blockOptional().orElseThrow();
    }

    private void keep(PublicPosts post) {
        assertThat(entries.keep(new Entry(post.build(), null, NOON)).block()).isTrue();
    }
}
