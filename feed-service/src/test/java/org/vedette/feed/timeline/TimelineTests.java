package org.vedette.feed.timeline;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.Tombstone;
import org.vedette.testsupport.events.PublicPosts;

class TimelineTests {

    private static final Instant NOON = Instant.parse("2016-06-30T12:00:00Z");

    private final Position oldest = at(NOON.minusSeconds(60));
    private final Position middle = at(NOON);
    private final Position newest = at(NOON.plusSeconds(60));

    @Test
    void postsAreInTheOrderOfTimeNewestFirst() {
        var timeline = Timeline.of(List.of(middle, oldest, newest));

        var order = timeline.posts().newest(10);

        assertThat(order).containsExactly(newest, middle, oldest);
    }

    @Test
    void ofTwoPostsOfOneInstantTheLaterCreatedIsNewer() {
        var first = of(aPost().id(new UUID(0x0190_0000_0000_7000L, 1)).publishedAt(NOON));
        var second = of(aPost().id(new UUID(0x0190_0000_0001_7000L, 1)).publishedAt(NOON));

        var timeline = Timeline.of(List.of(first, second));

        assertThat(timeline.posts().newest(2)).containsExactly(second, first);
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

        assertThat(timeline.findBySlug("before")).contains(post);
    }

    @Test
    void aSlugBelongsToThePostThatHasItNow() {
        var had = of(aPost().slug("now").formerSlugs("wanted").publishedAt(NOON.plusSeconds(60)));
        var has = of(aPost().slug("wanted").publishedAt(NOON));

        var timeline = Timeline.of(List.of(had, has));

        assertThat(timeline.findBySlug("wanted")).contains(has);
    }

    @Test
    void aWithdrawnPostKeepsItsAddressesAndLosesItsPlace() {
        var withdrawn = new Tombstone(middle.id(), 2, "gone", List.of("before"), null, NOON).position();

        var timeline = Timeline.of(List.of(oldest, middle, newest)).with(List.of(withdrawn));

        assertThat(timeline.posts().newest(10)).containsExactly(newest, oldest);
        assertThat(Stream.of("gone", "before").map(timeline::findBySlug))
                .allMatch(at -> at.orElseThrow().isWithdrawn());
    }

    @Test
    void aPostThatIsNotPublicIsInNoListAndHasAnAddressThatNoOtherPostClaims() {
        var restricted = of(aPost().id(middle.id())
                .revision(2)
                .slug("wanted")
                .tagged("rare")
                .marked("AMBER")
                .publishedAt(NOON));
        var gone = new Tombstone(UUID.randomUUID(), 1, "wanted", List.of(), null, NOON).position();

        var timeline = Timeline.of(List.of(oldest, middle, newest)).with(List.of(restricted));

        assertThat(timeline.posts().newest(10)).containsExactly(newest, oldest);
        assertThat(timeline.tag("rare").isEmpty()).isTrue();
        assertThat(timeline.findBySlug("wanted")).contains(restricted);
        assertThat(timeline.with(List.of(gone)).findBySlug("wanted")).contains(gone);
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
        assertThat(timeline.series("phishing").newest(9)).containsExactly(phishing, phishingBefore);
    }

    @Test
    void theFirstPostOfASecondKeepsItAndTheOthersMoveBack() {
        var posts = IntStream.range(0, 5).mapToObj(n -> at(NOON.plusMillis(n))).toList();

        var timeline = Timeline.of(posts);

        assertThat(posts.stream().map(timeline::publicationSecond))
                .containsExactly(
                        NOON, NOON.minusSeconds(1), NOON.minusSeconds(2), NOON.minusSeconds(3), NOON.minusSeconds(4));
    }

    @Test
    void aPostMovesPastTheSecondsInWhichOthersWerePublished() {
        var posts = List.of(at(NOON.minusSeconds(2)), at(NOON.minusSeconds(1)), at(NOON), at(NOON.plusMillis(1)));

        var timeline = Timeline.of(posts);

        assertThat(posts.stream().map(timeline::publicationSecond))
                .containsExactly(NOON.minusSeconds(2), NOON.minusSeconds(1), NOON, NOON.minusSeconds(3));
    }

    @Test
    void noPostOfABurstIsDatedAfterItWasPublished() {
        var burst = burst();

        var timeline = Timeline.of(burst);

        assertThat(burst.stream().map(timeline::publicationSecond)).doesNotHaveDuplicates();
        assertThat(burst).noneMatch(post -> timeline.publicationSecond(post).isAfter(post.time()));
    }

    @Test
    void everyPostOfABurstKeepsTheSecondThatItWasFirstServedWith() {
        var timeline = Timeline.of(List.of(oldest, middle));
        var served = new HashMap<Position, Instant>();

        for (var post : burst()) {
            timeline = timeline.with(List.of(post));
            served.put(post, timeline.publicationSecond(post));
        }

        assertThat(served).hasSize(40).allSatisfy(isSecondIn(timeline));
    }

    @Test
    void aPostThatIsDatedBackMovesOnlyThoseOfTheBurstThatWereInItsWay() {
        var burst = burst();
        var before = Timeline.of(burst);

        var after = before.with(List.of(at(NOON.minusSeconds(10))));

        assertThat(burst)
                .filteredOn(post -> !after.publicationSecond(post).equals(before.publicationSecond(post)))
                .isNotEmpty()
                .allMatch(post -> before.publicationSecond(post).isBefore(NOON.minusSeconds(9)))
                .allMatch(post -> after.publicationSecond(post)
                        .equals(before.publicationSecond(post).minusSeconds(1)));
    }

    @Test
    void anEmptyTimelineIsOne() {
        var timeline = Timeline.EMPTY;

        assertThat(timeline.posts().newest(10)).isEmpty();
    }

    @Test
    void listsOfTagsAndAuthorsFollowARevision() {
        var post = aPost().tagged("old").by("Ada", null);
        var revised = aPost().id(post.build().id()).revision(2).tagged("new").by("Bob", null);

        var timeline = Timeline.of(List.of(of(post))).with(List.of(of(revised)));

        assertThat(timeline.tag("old").isEmpty()).isTrue();
        assertThat(timeline.author("ada").isEmpty()).isTrue();
        assertThat(timeline.in(Scope.tag("new")).newest(9)).containsExactly(of(revised));
        assertThat(timeline.in(Scope.author("bob")).newest(9)).containsExactly(of(revised));
    }

    @Test
    void aStretchOfTimeBeginsWithItsFirstInstantAndEndsBeforeItsLast() {
        var timeline = Timeline.of(List.of(oldest, middle, newest));

        var stretch =
                timeline.posts().between(middle.sortKey().at(), newest.sortKey().at());

        assertThat(stretch.newest(9)).containsExactly(middle);
    }

    @Test
    void whatComesAfterAPlaceIsKnownEvenIfNothingIsThereAnyMore() {
        var timeline = Timeline.of(List.of(oldest, newest));

        var older = timeline.posts().olderThan(middle.sortKey());

        assertThat(older.newest(9)).containsExactly(oldest);
    }

    @Test
    void aPageBeyondTheEndIsEmpty() {
        var timeline = Timeline.of(List.of(oldest, newest));

        var beyond = timeline.posts().slice(Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(beyond).isEmpty();
    }

    /** What is changed step by step must be what would have been made at once, whatever comes in whatever order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stepByStepIsTheSameAsAtOnce(long seed) {
        var random = new Random(seed);
        var changes = Stream.generate(() -> anyChange(random)).limit(3_000).toList();

        var stepByStep = Timeline.EMPTY;
        for (var change : changes) {
            stepByStep = stepByStep.with(List.of(change));
        }

        assertThat(everything(stepByStep)).isEqualTo(everything(Timeline.of(changes)));
    }

    /** Of few posts, so that most are changed often; several share an instant, a second or an address. */
    private static Position anyChange(Random random) {
        var id = new UUID(0x0190_0000_0000_7000L, random.nextInt(700));
        var slug = "slug-" + random.nextInt(400);
        var revision = random.nextInt(1, 50);
        if (random.nextInt(10) == 0) {
            return new Tombstone(id, revision, slug, List.of(), null, NOON.plusSeconds(revision)).position();
        }
        var post = aPost().id(id)
                .revision(revision)
                .slug(slug)
                .formerSlugs("slug-" + random.nextInt(400))
                .tagged("tag-" + random.nextInt(9))
                .by("Author " + random.nextInt(5), null)
                .marked(random.nextInt(5) == 0 ? "RED" : "CLEAR")
                .publishedAt(NOON.plusMillis(random.nextInt(300) * 250L));
        return of(random.nextBoolean() ? post.inSeries("series-" + random.nextInt(3), "Series") : post);
    }

    private static Map<String, Object> everything(Timeline timeline) {
        var posts = timeline.posts().newest(Integer.MAX_VALUE);
        return Map.of(
                "posts", posts,
                "seconds", posts.stream().map(timeline::publicationSecond).toList(),
                "series", lists(timeline.allSeries()),
                "tags", lists(timeline.allTags()),
                "authors", lists(timeline.allAuthors()),
                "addresses",
                        IntStream.range(0, 400)
                                .mapToObj(slug -> timeline.findBySlug("slug-" + slug))
                                .toList());
    }

    private static Map<String, List<Position>> lists(Stream<Map.Entry<String, Sequence>> lists) {
        return lists.collect(toMap(Map.Entry::getKey, list -> list.getValue().newest(Integer.MAX_VALUE)));
    }

    /** Forty posts within 3.7 seconds, in the order in which they were published. */
    private static List<Position> burst() {
        return IntStream.range(0, 40)
                .mapToObj(n -> at(NOON.plusMillis(n * 95L)))
                .toList();
    }

    private static BiConsumer<Position, Instant> isSecondIn(Timeline timeline) {
        return (post, second) -> assertThat(timeline.publicationSecond(post)).isEqualTo(second);
    }

    private static Position at(Instant publishedAt) {
        return of(aPost().publishedAt(publishedAt));
    }

    private static Position of(PublicPosts post) {
        return new Entry(post.build(), null, NOON).position();
    }
}
