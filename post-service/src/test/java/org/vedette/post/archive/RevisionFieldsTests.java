package org.vedette.post.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.post.archive.RevisionFields.Parts;
import org.vedette.post.content.Body;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Correction;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Language;
import org.vedette.post.content.Note;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.content.PageMetadata.CanonicalUrl;
import org.vedette.post.content.PageMetadata.SharingImage;
import org.vedette.post.content.Period;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Standfirst;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Title;
import org.vedette.post.content.Tlp;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.imports.formats.texts.YamlReader;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.requests.Person;

class RevisionFieldsTests {

    private static final PostId ID = new PostId(UUID.fromString("0190d4c8-7b7a-7d7e-8f00-0123456789ab"));
    private static final Revision THIRD = new Revision(3);
    private static final Slug SLUG = new Slug("a-loader");
    private static final Instant THEN = Instant.parse("2016-06-30T10:00:00.001Z");
    private static final Instant LATER = Instant.parse("2016-07-01T10:00:00Z");

    static Stream<Post> posts() {
        var published = new Published(
                ID,
                THIRD,
                SLUG,
                List.of(new Slug("former"), new Slug("first")),
                full(),
                List.of(new Correction(THEN, "The \"port\" was: wrong."), new Correction(LATER, "# So was it.")),
                THEN,
                THEN,
                LATER,
                false);
        return Stream.of(
                new Draft(ID, Revision.FIRST, SLUG, plain(""), null, THEN),
                new Draft(ID, THIRD, SLUG, plain("---\ntitle: no\n---\n\ntext\n\n"), LATER, THEN, true),
                new Scheduled(ID, THIRD, SLUG, full(), THEN, Schedule.at(LATER, true)),
                new Scheduled(
                        ID, THIRD, SLUG, full(), THEN, new Schedule(LATER, false, Schedule.State.FAILED, "no: body")),
                new Scheduled(ID, THIRD, SLUG, full(), THEN, new Schedule(LATER, false, Schedule.State.LATE, null)),
                published,
                published.quietly(),
                new Withdrawn(published, null, LATER),
                new Withdrawn(published, new Note("It was 100% wrong: sorry."), LATER));
    }

    private static PostContent plain(String body) {
        return new PostContent(
                new Title("null"),
                null,
                new Body(body),
                List.of(),
                List.of(),
                null,
                null,
                Tlp.CLEAR,
                new Language("en"),
                PageMetadata.NONE);
    }

    private static PostContent full() {
        return new PostContent(
                new Title("\uD83E\uDD8A \"Quoted\", \\ 'and' # not: a – \u200D\u200F comment"),
                new Standfirst("true"),
                new Body("  indented\n\u2028\n\ttab \\u0041 \uFEFF end"),
                List.of(new Byline("Ada, Example", "012"), new Byline("Zoë", null)),
                List.of(new Tag("no"), new Tag("c++")),
                "weekly-brief",
                new Period(LocalDate.of(2016, 6, 20), LocalDate.of(2016, 6, 26)),
                Tlp.AMBER_STRICT,
                new Language("zh-Hant"),
                new PageMetadata(
                        new CanonicalUrl("https://labs.example/?a=1&b=%20#x"),
                        "{meta}",
                        "[description]",
                        "- excerpt",
                        new SharingImage("/media/0123456789abcdef0123456789abcdef/12x8.jpg", "A *chart*")));
    }

    private static StoredRevision stored(Post post) {
        return new StoredRevision(
                post,
                new RevisionInfo(
                        post.revision(),
                        new Person("urn:x:1", "Ada \"Editor\""),
                        LATER,
                        new Note("Why: because."),
                        Set.of(PostField.BODY, PostField.STATUS)));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aRevisionIsReadAsItWasWritten(Post post) {
        var stored = stored(post);

        assertThat(read(RevisionFields.write(stored, 3))).isEqualTo(stored);
    }

    @Test
    void aRevisionOfAnEarlierVersionHasNobodyWhoMadeIt() {
        var stored = new StoredRevision(
                new Draft(ID, THIRD, SLUG, plain("x"), null, THEN),
                new RevisionInfo(THIRD, null, null, null, Set.of()));

        assertThat(read(RevisionFields.write(stored, 0))).isEqualTo(stored);
    }

    @Test
    void onlyTheNewestRevisionSaysHowManyThereAre() {
        var stored = stored(new Draft(ID, THIRD, SLUG, plain("x"), null, THEN));

        assertThat(RevisionFields.revisions(fields(RevisionFields.write(stored, 12))))
                .isEqualTo(12);
        assertThat(RevisionFields.revisions(fields(RevisionFields.write(stored, 0))))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status: \"draft\"|status: \"gone\"|unknown status gone",
                "id: \"0190|id: \"x190|has a id that is not valid",
                "revision: 3|revision: 0|has a revision that is not valid",
                "slug: \"a-loader\"|slug: \"../a\"|has a slug that must be lower-case words",
                "title: \"null\"|title: \"\"|has no field title",
                "tlp: \"CLEAR\"|tlp: \"PINK\"|has a tlp that must be one of",
                "createdAt: \"2016|createdAt: \"x016|has a createdAt that is no date",
                "tags: []|tags: {}|has a field tags that is no list",
                "bylines: []|bylines: [\"Ada\"]|has a field bylines without fields"
            })
    void whatIsWrongIsNamed(String right, String wrong, String message) {
        var text = RevisionFields.write(stored(new Draft(ID, THIRD, SLUG, plain("x"), null, THEN)), 3);
        assertThat(text).contains(right);

        assertThatThrownBy(() -> read(text.replace(right, wrong)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTextWithoutFrontMatterIsRefused() {
        assertThatThrownBy(() -> Parts.of("# A title\n---\n")).hasMessage("has no front matter");
        assertThat(new Fields(Map.of()).has("x")).isFalse();
    }

    private static StoredRevision read(String text) {
        return RevisionFields.read(fields(text), Parts.of(text).body());
    }

    private static Fields fields(String text) {
        return new Fields(YamlReader.read(Parts.of(text).fields(), "it"));
    }
}
