package org.vedette.feed.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.testsupport.events.PublicPosts;

class TimelineTests {

    private static final Instant NOON = Instant.parse("2016-06-30T12:00:00Z");

    private final Position oldest = at(NOON.minusSeconds(60));
    private final Position middle = at(NOON);
    private final Position newest = at(NOON.plusSeconds(60));

    @Test
    void postsAreInTheOrderOfTimeNewestFirst() {
        var timeline = Timeline.of(List.of(middle, oldest, newest));

        var order = timeline.newest(10);

        assertThat(order).containsExactly(newest, middle, oldest);
    }

    @Test
    void ofTwoPostsOfOneInstantTheLaterCreatedIsNewer() {
        var first = of(aPost().id(new UUID(0x0190_0000_0000_7000L, 1)).publishedAt(NOON));
        var second = of(aPost().id(new UUID(0x0190_0000_0001_7000L, 1)).publishedAt(NOON));

        var timeline = Timeline.of(List.of(first, second));

        assertThat(timeline.newest(2)).containsExactly(second, first);
    }

    @Test
    void aPostHasItsNeighboursInTime() {
        var timeline = Timeline.of(List.of(oldest, middle, newest));

        var neighbours = List.of(timeline.newerThan(middle), timeline.olderThan(middle));

        assertThat(neighbours).map(java.util.Optional::orElseThrow).containsExactly(newest, oldest);
    }

    @Test
    void theNewestAndTheOldestPostHaveANeighbourOnOneSideOnly() {
        var timeline = Timeline.of(List.of(oldest, newest));

        var beyond = List.of(timeline.newerThan(newest), timeline.olderThan(oldest));

        assertThat(beyond).allMatch(java.util.Optional::isEmpty);
    }

    @Test
    void aFormerSlugLeadsToThePostThatHadIt() {
        var post = of(aPost().slug("now").formerSlugs("before"));

        var timeline = Timeline.of(List.of(post));

        assertThat(timeline.at("before")).contains(post);
    }

    @Test
    void aSlugBelongsToThePostThatHasItNow() {
        var had = of(aPost().slug("now").formerSlugs("wanted").publishedAt(NOON.plusSeconds(60)));
        var has = of(aPost().slug("wanted").publishedAt(NOON));

        var timeline = Timeline.of(List.of(had, has));

        assertThat(timeline.at("wanted")).contains(has);
    }

    @Test
    void aWithdrawnPostKeepsItsAddressesAndLosesItsPlace() {
        var gone = Position.of(new Tombstone(middle.id(), 2, "gone", List.of("before"), null, NOON));

        var timeline = Timeline.of(List.of(oldest, middle, newest)).with(List.of(gone));

        assertThat(timeline.newest(10)).containsExactly(newest, oldest);
        assertThat(Stream.of("gone", "before").map(timeline::at))
                .allMatch(at -> at.orElseThrow().isWithdrawn());
    }

    @Test
    void anEarlierRevisionChangesNothing() {
        var second = of(aPost().revision(2).slug("second"));
        var timeline = Timeline.of(List.of(second));

        var after = timeline.with(List.of(of(aPost().id(second.id()).revision(1).slug("first"))));

        assertThat(after).isSameAs(timeline);
    }

    @Test
    void theLatestIssueOfEverySeriesIsKnown() {
        var phishing = of(aPost().inSeries("phishing", "Phishing").publishedAt(NOON));
        var phishingBefore = of(aPost().inSeries("phishing", "Phishing").publishedAt(NOON.minusSeconds(60)));
        var brief = of(aPost().inSeries("brief", "Brief").publishedAt(NOON.minusSeconds(120)));

        var timeline = Timeline.of(List.of(brief, phishingBefore, phishing, newest));

        assertThat(timeline.latestIssues()).containsExactly(phishing, brief);
        assertThat(timeline.series("phishing")).containsExactly(phishing, phishingBefore);
    }

    @Test
    void noTwoPostsShareASecondOfPublication() {
        var posts = IntStream.range(0, 5).mapToObj(n -> at(NOON.plusMillis(n))).toList();

        var timeline = Timeline.of(posts);

        assertThat(timeline.newest(5).stream().map(timeline::publicationSecond))
                .containsExactly(
                        NOON.plusSeconds(4), NOON.plusSeconds(3), NOON.plusSeconds(2), NOON.plusSeconds(1), NOON);
    }

    @Test
    void aSecondOfPublicationStaysWhenNewerPostsCome() {
        var first = at(NOON);
        var second = at(NOON.plusMillis(1));
        var timeline = Timeline.of(List.of(first, second));

        var later = timeline.with(List.of(at(NOON.plusMillis(2)), newest));

        assertThat(later.publicationSecond(second)).isEqualTo(timeline.publicationSecond(second));
    }

    @Test
    void theBlogChangedWhenItsLatestEventHappenedEvenIfThatTookAPostAway() {
        var gone = Position.of(new Tombstone(UUID.randomUUID(), 2, "gone", List.of(), null, NOON.plusSeconds(999)));

        var timeline = Timeline.of(List.of(newest, gone));

        assertThat(timeline.changedAt()).contains(NOON.plusSeconds(999));
    }

    @Test
    void anEmptyTimelineIsOne() {
        var timeline = Timeline.EMPTY;

        assertThat(timeline.newest(10)).isEmpty();
        assertThat(timeline.changedAt()).isEmpty();
    }

    private static Position at(Instant publishedAt) {
        return of(aPost().publishedAt(publishedAt));
    }

    private static Position of(PublicPosts post) {
        return Position.of(new Entry(post.build(), null, NOON));
    }
}
