package org.vedette.feed.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.events.PageMetadata;
import org.vedette.events.PageMetadata.SharingImage;
import org.vedette.feed.blog.Tlp;
import org.vedette.testsupport.events.PublicPosts;
import reactor.test.StepVerifier;

/** What every store of entries promises. */
public abstract class EntriesContract {

    private static final Instant THEN = Instant.parse("2026-11-02T09:30:00.123Z");

    protected abstract WritableEntries entries();

    @Test
    void anEntryIsFoundAsItWasKept() {
        var entry = new Entry(aFullPost().build(), "The table was wrong.", THEN);

        assertThat(keep(entry)).isTrue();

        assertThat(find(entry.id())).containsExactly(entry);
    }

    @Test
    void anEntryWithoutWhatIsOptionalIsFoundAsItWasKept() {
        var entry = new Entry(aPost().standfirst(null).by("Ada Example", null).build(), null, THEN);

        assertThat(keep(entry)).isTrue();

        assertThat(find(entry.id())).containsExactly(entry);
    }

    @Test
    void aTombstoneIsFoundAsItWasKept() {
        var tombstone = aTombstone(UUID.randomUUID(), 3);

        assertThat(keep(tombstone)).isTrue();

        assertThat(find(tombstone.id())).containsExactly(tombstone);
    }

    @Test
    void aTombstoneOfARestrictedPostKeepsItsLabel() {
        var tombstone =
                new Tombstone(UUID.randomUUID(), 3, "secret", List.of("before"), "Why.", THEN, Tlp.AMBER_STRICT);

        assertThat(keep(tombstone)).isTrue();

        assertThat(find(tombstone.id())).containsExactly(tombstone);
        assertThat(entries().positions().collectList().block()).contains(tombstone.position());
    }

    @Test
    void aLaterRevisionReplacesAnEarlierOne() {
        var first = anEntry(aPost().revision(1));
        var second = anEntry(aPost().id(first.id()).revision(2).title("Another title"));
        assertThat(keep(first)).isTrue();

        assertThat(keep(second)).isTrue();

        assertThat(find(first.id())).containsExactly(second);
    }

    @Test
    void anEarlierRevisionChangesNothing() {
        var second = anEntry(aPost().revision(2));
        var first = anEntry(aPost().id(second.id()).revision(1).title("Another title"));
        assertThat(keep(second)).isTrue();

        assertThat(keep(first)).isFalse();

        assertThat(find(second.id())).containsExactly(second);
    }

    @Test
    void theSameRevisionChangesNothing() {
        var entry = anEntry(aPost().revision(2));
        var again = anEntry(aPost().id(entry.id()).revision(2).title("Another title"));
        assertThat(keep(entry)).isTrue();

        assertThat(keep(again)).isFalse();

        assertThat(find(entry.id())).containsExactly(entry);
    }

    @Test
    void ofManyThoseThatAreNewerAreKeptAndNamed() {
        var known = anEntry(aPost().revision(2));
        var older = anEntry(aPost().id(known.id()).revision(1).title("Another title"));
        var revised = anEntry(aPost().revision(1));
        var newer = anEntry(aPost().id(revised.id()).revision(5));
        var unknown = anEntry(aPost());
        assertThat(keep(known)).isTrue();
        assertThat(keep(revised)).isTrue();

        var kept = entries().save(List.of(older, unknown, newer)).block();

        assertThat(kept).containsExactlyInAnyOrder(unknown.id(), newer.id());
        assertThat(find(known.id(), unknown.id(), newer.id())).containsExactlyInAnyOrder(known, unknown, newer);
    }

    @Test
    void ofSeveralRevisionsOfAPostTheNewestIsKept() {
        var first = anEntry(aPost().revision(1));
        var third = anEntry(aPost().id(first.id()).revision(3));
        var second = anEntry(aPost().id(first.id()).revision(2));

        var kept = entries().save(List.of(first, third, second)).block();

        assertThat(kept).containsExactly(first.id());
        assertThat(find(first.id())).containsExactly(third);
    }

    @Test
    void aCrowdIsKeptAtOnce() {
        var crowd = Stream.generate(() -> anEntry(aPost())).limit(1_200).toList();

        var kept = entries().save(crowd).block();

        assertThat(kept).hasSize(1_200);
        assertThat(find(crowd.stream().map(Entry::id).toArray(UUID[]::new))).hasSameElementsAs(crowd);
    }

    @Test
    void aTombstoneIsNotUndoneByAnEarlierRevision() {
        var tombstone = aTombstone(UUID.randomUUID(), 3);
        assertThat(keep(tombstone)).isTrue();

        assertThat(keep(anEntry(aPost().id(tombstone.id()).revision(2)))).isFalse();

        assertThat(find(tombstone.id())).containsExactly(tombstone);
    }

    @Test
    void whatIsNotKeptIsNotFound() {
        var entry = anEntry(aPost());
        assertThat(keep(entry)).isTrue();

        var found = find(entry.id(), UUID.randomUUID());

        assertThat(found).containsExactly(entry);
    }

    @Test
    void nothingIncompleteIsReturnedWhereAllAreAskedFor() {
        var entry = anEntry(aPost());
        var tombstone = aTombstone(UUID.randomUUID(), 3);
        assertThat(keep(entry)).isTrue();
        assertThat(keep(tombstone)).isTrue();

        var stored = entries().get(List.of(entry.id(), tombstone.id()));
        var more = List.of(entry.id(), tombstone.id(), UUID.randomUUID());

        assertThat(stored.collectList().block()).containsExactlyInAnyOrder(entry, tombstone);
        StepVerifier.create(entries().get(more)).verifyError(EntriesUnavailableException.class);
        StepVerifier.create(entries().summaries(more)).verifyError(EntriesUnavailableException.class);
    }

    @Test
    void aHeadSaysTheSameAsTheEntryItWasReadFrom() {
        var full = new Entry(aFullPost().build(), "The table was wrong.", THEN);
        var sparse = new Entry(aPost().standfirst(null).by("Ada Example", null).build(), null, THEN);
        assertThat(keep(full)).isTrue();
        assertThat(keep(sparse)).isTrue();

        var heads = entries()
                .summaries(List.of(full.id(), sparse.id()))
                .collectList()
                .block();

        assertThat(heads).containsExactlyInAnyOrder(full.toSummary(), sparse.toSummary());
    }

    @Test
    void whatIsWithdrawnHasNoHead() {
        var tombstone = aTombstone(UUID.randomUUID(), 3);
        assertThat(keep(tombstone)).isTrue();

        var heads = entries().summaries(List.of(tombstone.id())).collectList().block();

        assertThat(heads).isEmpty();
    }

    @Test
    void aPositionSaysTheSameAsTheEntryItWasReadFrom() {
        var entry = new Entry(aFullPost().build(), null, THEN);
        var tombstone = aTombstone(UUID.randomUUID(), 2);
        assertThat(keep(entry)).isTrue();
        assertThat(keep(tombstone)).isTrue();

        var positions = entries().positions().collectList().block();

        assertThat(positions).contains(entry.position(), tombstone.position());
    }

    private boolean keep(ProjectedPost projected) {
        return Boolean.TRUE.equals(entries().save(projected).block());
    }

    private List<ProjectedPost> find(UUID... ids) {
        return List.copyOf(
                entries().find(List.of(ids)).collectList().blockOptional().orElseThrow());
    }

    private static Entry anEntry(PublicPosts post) {
        return new Entry(post.build(), null, THEN);
    }

    private static Tombstone aTombstone(UUID id, long revision) {
        return new Tombstone(id, revision, "gone-" + id, List.of("before-" + id), "It was wrong.", THEN);
    }

    private static PublicPosts aFullPost() {
        return aPost().revision(7)
                .formerSlugs("one", "two")
                .by("Ada Example", "Example Labs")
                .by("Ben Sample", null)
                .byAuthor("Zoe", "zoe-2", "zoe-3")
                .tagged("phishing", "windows")
                .inSeries("weekly-phishing-report", "Weekly Phishing Report", "Which lures lead.")
                .covering(LocalDate.of(2016, 6, 26), LocalDate.of(2016, 7, 2))
                .marked("AMBER+STRICT")
                .in("zh-Hant")
                .corrected(THEN.minusSeconds(60), "It was wrong.")
                .telling(new PageMetadata(
                        "https://labs.example/first",
                        "For engines",
                        "What it says.",
                        new SharingImage("/media/a/1200x630.jpg", "image/jpeg", 1200, 630, "A lure")))
                .corrected(THEN, "So was the correction.")
                .publishedAt(Instant.parse("2016-06-30T09:30:00.001Z"))
                .revisedAt(THEN);
    }
}
