package org.vedette.feed.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.testsupport.events.PublicPosts;

class SyndicationServiceTests {

    private static final Instant NOON = Instant.parse("2016-06-30T12:00:00Z");

    private final InMemoryEntries entries = new InMemoryEntries();
    private final CurrentTimeline timeline = new CurrentTimeline();
    private final SyndicationService syndication = new SyndicationService(
            timeline,
            entries,
            new Blog("Blog", "Tagline", URI.create("https://blog.example.org")),
            new BlogCalendar(ZoneId.of("America/New_York")),
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
    void aPostThatIsNotPublicStaysOutOfFeeds() {
        keep(aPost().title("For all"));
        keep(aPost().title("For the community").marked("GREEN"));
        keep(aPost().title("For few").marked("AMBER"));
        keep(aPost().title("For fewer").marked("RED"));

        var feed = feed();

        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("For all");
    }

    @Test
    void aFeedIsAsOldAsItsNewestRevision() {
        keep(aPost().publishedAt(NOON).revisedAt(NOON.plusSeconds(600)));
        keep(aPost().publishedAt(NOON.plusSeconds(60)).revisedAt(NOON.plusSeconds(60)));

        var feed = feed();

        assertThat(feed.revisedAt()).contains(NOON.plusSeconds(600));
    }

    @Test
    void theLaterOfTwoPostsOfOneSecondIsDatedOneSecondEarlier() {
        keep(aPost().publishedAt(NOON.plusMillis(1)));
        keep(aPost().publishedAt(NOON.plusMillis(2)));

        var feed = feed();

        assertThat(feed.entries()).extracting(FeedEntry::publishedAt).containsExactly(NOON.minusSeconds(1), NOON);
    }

    @Test
    void bothDatesOfAnEntryMoveUntilItsTextChanges() {
        keep(aPost().publishedAt(NOON));
        keep(aPost().publishedAt(NOON.plusMillis(1)));

        var feed = feed();

        assertThat(feed.entries()).extracting(FeedEntry::updatedAt).containsExactly(NOON.minusSeconds(1), NOON);
    }

    @Test
    void anEntryIsUpdatedWhenItsTextWasRevisedHoweverItsPublicationMoved() {
        keep(aPost().publishedAt(NOON));
        keep(aPost().publishedAt(NOON.plusMillis(1)).revisedAt(NOON.plusMillis(2)));

        var feed = feed();

        assertThat(feed.entries()).extracting(FeedEntry::updatedAt).containsExactly(NOON.plusMillis(2), NOON);
    }

    @Test
    void aFeedOfAScopeHasOnlyItsPostsAndItsName() {
        keep(aPost().title("Apart"));
        keep(aPost().title("Issue")
                .inSeries("weekly", "Weekly Report")
                .tagged("phishing")
                .by("Ada Example", "Labs"));

        var feeds = Stream.of(Scope.series("weekly"), Scope.tag("phishing"), Scope.author("ada-example"))
                .map(this::feed)
                .toList();

        assertThat(feeds)
                .extracting(Feed::title)
                .containsExactly("Blog · Weekly Report", "Blog · Posts tagged phishing", "Blog · Posts by Ada Example");
        assertThat(feeds.get(0).entries()).extracting(FeedEntry::title).containsExactly("Issue");
        assertThat(feeds.get(1).entries()).extracting(FeedEntry::title).containsExactly("Issue");
    }

    @Test
    void aFeedSaysWhatItHas() {
        keep(aPost().inSeries("weekly", "Weekly Report").tagged("phishing").by("Ada Example", "Labs"));

        var feeds = Stream.of(
                        Scope.EVERYTHING, Scope.series("weekly"), Scope.tag("phishing"), Scope.author("ada-example"))
                .map(this::feed)
                .toList();

        assertThat(feeds)
                .extracting(Feed::summary)
                .containsExactly(
                        "Tagline",
                        "Every issue of Weekly Report, a series of Blog.",
                        "Posts tagged phishing on Blog.",
                        "Posts by Ada Example on Blog.");
    }

    @Test
    void aSeriesIsCalledWhatItsNewestIssueCallsIt() {
        keep(aPost().inSeries("weekly", "Old name").publishedAt(NOON));
        keep(aPost().inSeries("weekly", "New name").publishedAt(NOON.plusSeconds(60)));

        var feed = feed(Scope.series("weekly"));

        assertThat(feed.title()).isEqualTo("Blog · New name");
    }

    @Test
    void aScopeWithoutPublicPostsHasNoFeed() {
        keep(aPost().inSeries("weekly", "Weekly Report").marked("RED"));

        entries.loadInto(timeline);

        assertThat(syndication.feed(Scope.series("weekly"), null).blockOptional())
                .isEmpty();
        assertThat(syndication.has(Scope.series("weekly"))).isFalse();
    }

    @Test
    void aScopeWithoutPostsHasNoFeed() {
        keep(aPost());

        entries.loadInto(timeline);

        assertThat(syndication.feed(Scope.tag("nothing"), null).blockOptional()).isEmpty();
        assertThat(syndication.has(Scope.tag("nothing"))).isFalse();
    }

    @Test
    void aFeedOfHugePostsStaysReadable() {
        keep(aPost().title("New").html("n".repeat(1_500_000)).publishedAt(NOON.plusSeconds(60)));
        keep(aPost().title("Old").html("o".repeat(1_500_000)).publishedAt(NOON));

        var feed = feed();

        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("New");
    }

    @Test
    void anEntryCarriesTheFieldsOfItsPost() {
        var post = aPost().revision(3)
                .inSeries("weekly", "Weekly Report")
                .covering(LocalDate.of(2016, 6, 26), LocalDate.of(2016, 7, 2))
                .by("José Águila", "Example Labs")
                .by("Ada Example", null)
                .publishedAt(NOON)
                .revisedAt(NOON.plusMillis(61_001))
                .html("<a href=\"//cdn.example/x\">x</a>");
        keep(post);

        var entry = feed().entries().get(0);

        assertThat(entry.post().revision()).isEqualTo(3);
        assertThat(entry.post().series()).isEqualTo(post.build().series());
        assertThat(entry.post().period()).isEqualTo(post.build().period());
        assertThat(entry.post().revisedAt()).isEqualTo(NOON.plusMillis(61_001));
        assertThat(entry.html()).isEqualTo("<a href=\"https://cdn.example/x\">x</a>");
        assertThat(entry.bylines())
                .containsExactly(
                        new BylineLink("José Águila", "Example Labs", "/authors/jose-aguila"),
                        new BylineLink("Ada Example", null, "/authors/ada-example"));
    }

    @Test
    void correctionsComeBeforeTheBodyWithTheirDates() {
        keep(aPost().html("<p>Body.</p>")
                .corrected(Instant.parse("2016-07-01T03:30:00Z"), "A <b> & more.")
                .corrected(Instant.parse("2016-07-02T12:00:00Z"), "Once more."));

        var entry = feed().entries().get(0);

        assertThat(entry.html())
                .isEqualTo("<p><strong>Corrected June 30, 2016:</strong> "
                        + "<span dir=\"auto\">A &lt;b&gt; &amp; more.</span></p>\n"
                        + "<p><strong>Corrected July 2, 2016:</strong> <span dir=\"auto\">Once more.</span></p>\n"
                        + "<p>Body.</p>");
    }

    @Test
    void aFeedWithoutPostsIsAFeed() {
        var feed = feed();

        assertThat(feed.entries()).isEmpty();
    }

    private Feed feed() {
        return feed(Scope.EVERYTHING);
    }

    private Feed feed(Scope scope) {
        entries.loadInto(timeline);
        return syndication.feed(scope, null).blockOptional().orElseThrow();
    }

    private void keep(PublicPosts post) {
        assertThat(entries.save(new Entry(post.build(), null, NOON)).block()).isTrue();
    }
}
