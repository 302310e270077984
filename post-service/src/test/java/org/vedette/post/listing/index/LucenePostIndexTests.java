package org.vedette.post.listing.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.post.Submissions;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.listing.CountedField;
import org.vedette.post.listing.IndexedPost;
import org.vedette.post.listing.PostCursor;
import org.vedette.post.listing.PostOrder;
import org.vedette.post.listing.PostQuery;
import org.vedette.post.listing.ValueCount;

class LucenePostIndexTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123Z");
    private static final PostQuery ALL = new PostQuery(null, null, null, null, null, null, null, null, null, 10);

    private LucenePostIndex index;

    @BeforeEach
    void open(@TempDir Path directory) {
        index = new LucenePostIndex(directory);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void valuesAreCountedAsPostsHaveThemNow() {
        put(draft(aSubmission().tagged("b", "a").by("Zoë", null)), "ada");
        put(draft(aSubmission().tagged("b").by("Zoe", null)).published(NOW), "ada");
        var changed = draft(aSubmission().tagged("b", "gone").by("Zoe", null));
        put(changed, "ada");
        put(changed.revised(aSubmission().tagged("b").by("Zoe", null).build().content(), changed.slug(), null), "ada");

        assertThat(index.counts(CountedField.TAG, null))
                .containsExactly(new ValueCount("a", 1, 0), new ValueCount("b", 3, 1));
        assertThat(index.counts(CountedField.TAG, "eve")).containsExactly(new ValueCount("b", 1, 1));
        assertThat(index.counts(CountedField.BYLINE, null))
                .contains(new ValueCount("Zoe", 2, 1), new ValueCount("Zoë", 1, 0));
    }

    @Test
    void theNewestIsFirstAndPagesHaveEachPostOnce() {
        var createdAt = new HashMap<PostId, Instant>();
        for (var number = 0; number < 25; number++) {
            var instant = NOW.plusSeconds(number / 3);
            createdAt.put(put(aSubmission().titled("Post " + number), instant), instant);
        }

        var found = new ArrayList<PostId>();
        PostCursor after = null;
        do {
            var page = index.find(after(after));
            assertThat(page.total()).isEqualTo(25);
            found.addAll(page.posts());
            after = page.next() == null
                    ? null
                    : PostCursor.parse(page.next().text()).orElseThrow();
        } while (after != null);

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(createdAt.keySet())
                .isSortedAccordingTo(Comparator.<PostId, Instant>comparing(createdAt::get)
                        .thenComparing(PostId::toString)
                        .reversed());
    }

    @Test
    void postsAreListedByWhenTheyAreDueOrWerePublished() {
        var drafts =
                IntStream.range(0, 4).mapToObj(number -> draft(aSubmission())).toList();
        put(drafts.get(0).scheduled(Schedule.at(NOW.plusSeconds(2), false)), "ada");
        put(drafts.get(1).published(NOW), "ada");
        put(drafts.get(2), "ada");
        put(drafts.get(3).scheduled(Schedule.at(NOW.plusSeconds(1), false)), "ada");
        var ids = drafts.stream().map(Draft::id).toList();

        assertThat(index.find(ALL.in(PostOrder.DATED_FIRST)).posts())
                .containsExactly(ids.get(1), ids.get(3), ids.get(0), ids.get(2));
        assertThat(index.find(ALL.in(PostOrder.DATED_LAST)).posts())
                .containsExactly(ids.get(0), ids.get(3), ids.get(1), ids.get(2));
    }

    @Test
    void pagesOfScheduledPostsHaveEachPostFromATimeOnOnce() {
        var expected = IntStream.range(0, 25)
                .mapToObj(number -> draft(aSubmission()).scheduled(Schedule.at(NOW.plusSeconds(number / 3), false)))
                .sorted(Comparator.<Scheduled, Instant>comparing(
                                post -> post.schedule().publishAt())
                        .thenComparing(post -> post.id().toString()))
                .peek(post -> put(post, "ada"))
                .map(Post::id)
                .skip(6)
                .toList();

        var found = new ArrayList<PostId>();
        var after = PostCursor.from(NOW.plusSeconds(2));
        while (after != null) {
            var page = index.find(ALL.in(PostOrder.DATED_FIRST).after(after));
            found.addAll(page.posts());
            after = page.next();
        }

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NIGHT shift, true",
        "nig, true",
        "nig shift, false",
        "ada, true",
        "hxxp://parcel[.]example, true",
        "parcel.example, false",
        "cafe, true",
        "ÄRGER, true",
        "absent, false",
        "'!!', true"
    })
    void wordsAreFoundInAnyCase(String text, boolean isFound) {
        var post = put(
                aSubmission()
                        .titled("The Night Shift")
                        .saying("It calls `hxxp://parcel[.]example` from a café. Ärger!"),
                NOW);

        var found = index.find(text(text)).posts();

        assertThat(found.contains(post)).isEqualTo(isFound);
    }

    @Test
    void postsAreFilteredByWhatTheyAre() {
        var draft = draft(aSubmission()
                .tagged("phishing")
                .marked(Tlp.GREEN)
                .inSeries("weekly")
                .by("Zoë", null));
        var scheduled = draft(aSubmission()).scheduled(Schedule.at(NOW, false)).failed("It is wrong.");
        var withdrawn = draft(aSubmission()).published(NOW).withdrawn(null, NOW);
        List.of(draft, scheduled, withdrawn).forEach(post -> put(post, "ada"));

        assertThat(find("draft", null, null, null, null, null)).containsExactly(draft.id());
        assertThat(find("withdrawn", null, null, null, null, null)).containsExactly(withdrawn.id());
        assertThat(find(null, Schedule.State.FAILED, null, null, null, null)).containsExactly(scheduled.id());
        assertThat(find(null, null, "weekly", null, null, null)).containsExactly(draft.id());
        assertThat(find(null, null, null, "ZOË", null, null)).containsExactly(draft.id());
        assertThat(find(null, null, null, "zoe", null, null)).containsExactly(draft.id());
        assertThat(find(null, null, null, null, new Tag("phishing"), null)).containsExactly(draft.id());
        assertThat(find(null, null, null, null, null, Tlp.GREEN)).containsExactly(draft.id());
    }

    @Test
    void anAuthorSeesOwnPostsAndThosePublic() {
        var own = draft(aSubmission());
        var foreign = draft(aSubmission());
        var published = draft(aSubmission()).published(NOW);
        var restricted = draft(aSubmission().marked(Tlp.RED)).published(NOW);
        put(own, "bo");
        List.of(foreign, published, restricted).forEach(post -> put(post, "ada"));

        assertThat(index.find(ALL.visibleTo("bo")).posts()).containsExactlyInAnyOrder(own.id(), published.id());
    }

    @Test
    void anOlderRevisionDoesNotReplaceANewerOneAndWhatIsRemovedIsNotFound() {
        var draft = draft(aSubmission());
        put(draft.published(NOW), "ada");

        put(draft, "ada");

        assertThat(find("published", null, null, null, null, null)).containsExactly(draft.id());
        index.remove(List.of(draft.id()));
        assertThat(index.find(ALL).posts()).isEmpty();
        assertThat(index.has(draft.id(), 1)).isFalse();
    }

    private List<PostId> find(
            @Nullable String status,
            Schedule.@Nullable State schedule,
            @Nullable String series,
            @Nullable String author,
            @Nullable Tag tag,
            @Nullable Tlp tlp) {
        return index.find(new PostQuery(status, schedule, series, author, tag, tlp, null, null, null, 10))
                .posts();
    }

    private static PostQuery after(@Nullable PostCursor cursor) {
        return new PostQuery(null, null, null, null, null, null, null, null, cursor, 10);
    }

    private static PostQuery text(String text) {
        return new PostQuery(null, null, null, null, null, null, text, null, null, 10);
    }

    private PostId put(Submissions submission, Instant createdAt) {
        var draft = draft(submission);
        put(new Draft(draft.id(), draft.revision(), draft.slug(), draft.content(), null, createdAt), "ada");
        return draft.id();
    }

    private void put(Post post, String writer) {
        index.put(List.of(new IndexedPost(post, writer)));
    }

    private static Draft draft(Submissions submission) {
        var id = new PostId(Generators.timeBasedEpochGenerator().generate());
        return new Draft(
                id, Revision.FIRST, new Slug("post-" + id), submission.build().content(), null, NOW);
    }
}
