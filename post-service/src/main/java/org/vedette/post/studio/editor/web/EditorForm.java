package org.vedette.post.studio.editor.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.vedette.post.content.Period;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Tag;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.publishing.web.PostRequest;
import org.vedette.post.publishing.web.PostRequest.BylineRequest;
import org.vedette.post.publishing.web.PostRequest.PeriodRequest;

/**
 * The fields of the editor as somebody typed them, however wrong they are.
 *
 * @param revision the one that was opened; empty for a new post
 * @param tags separated by commas
 * @param from first day of the period
 * @param to its last day
 * @param slug empty for one that follows the title
 * @param sharing what search engines and link previews are told
 * @param note for the history
 * @param correction for the readers of a published post
 * @param isSecondIssue whether another issue of the series may cover the same period
 * @param tellsAlerted whether those who were mailed about the post are mailed the correction
 */
public record EditorForm(
        String revision,
        String title,
        String standfirst,
        String body,
        List<BylineInput> bylines,
        String tags,
        String series,
        String from,
        String to,
        String tlp,
        String language,
        String slug,
        SharingFields sharing,
        String note,
        String correction,
        boolean isSecondIssue,
        boolean tellsAlerted) {

    /** The names of its fields, without that of the revision. */
    public static final Set<String> FIELDS = Set.of(
            "title",
            "standfirst",
            "body",
            "bylineName",
            "bylineAffiliation",
            "tags",
            "series",
            "from",
            "to",
            "tlp",
            "language",
            "slug",
            "canonicalUrl",
            "metaTitle",
            "metaDescription",
            "excerpt",
            "sharingImage",
            "sharingImageText",
            "note",
            "correction",
            "secondIssue",
            "tellAlerted");

    /** Those that every form of the editor has, however empty. */
    static final Set<String> REQUIRED_FIELDS = FIELDS.stream()
            .filter(name ->
                    !Set.of("note", "correction", "secondIssue", "tellAlerted").contains(name))
            .collect(Collectors.toUnmodifiableSet());

    public EditorForm {
        bylines = List.copyOf(bylines);
    }

    /** A byline; an empty name stands for none. */
    public record BylineInput(String name, String affiliation) {

        boolean isEmpty() {
            return name.isBlank() && affiliation.isBlank();
        }
    }

    static EditorForm empty(String language) {
        return new EditorForm(
                "",
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "",
                "CLEAR",
                language,
                "",
                SharingFields.EMPTY,
                "",
                "",
                false,
                false);
    }

    public static EditorForm of(MultiValueMap<String, String> fields) {
        return new EditorForm(
                text("revision", fields),
                text("title", fields),
                text("standfirst", fields),
                text("body", fields).replace("\r\n", "\n"),
                bylines(fields),
                text("tags", fields),
                text("series", fields),
                text("from", fields),
                text("to", fields),
                text("tlp", fields),
                text("language", fields),
                text("slug", fields),
                SharingFields.of(fields),
                text("note", fields),
                text("correction", fields),
                !text("secondIssue", fields).isEmpty(),
                !text("tellAlerted", fields).isEmpty());
    }

    static EditorForm of(Post post) {
        var content = post.content();
        return of(
                content,
                String.valueOf(post.revision().value()),
                post instanceof Draft draft && draft.hasDerivedSlug()
                        ? ""
                        : post.slug().value());
    }

    static EditorForm of(PostContent content, String revision, String slug) {
        var period = content.period();
        return new EditorForm(
                revision,
                content.title().value(),
                content.introduction().orElse(""),
                content.body().markdown(),
                content.bylines().stream()
                        .map(byline ->
                                new BylineInput(byline.name(), Objects.requireNonNullElse(byline.affiliation(), "")))
                        .toList(),
                content.tags().stream().map(Tag::value).collect(Collectors.joining(", ")),
                Objects.requireNonNullElse(content.series(), ""),
                period == null ? "" : period.from().toString(),
                period == null ? "" : period.to().toString(),
                content.tlp().label(),
                content.language().tag(),
                slug,
                SharingFields.of(content.metadata()),
                "",
                "",
                false,
                false);
    }

    /** The next issue of a series, with the bylines and headings of the last one. */
    EditorForm asIssue(String seriesSlug, String newTitle, @Nullable Period period) {
        var skeleton = body.lines().filter(line -> line.startsWith("#")).collect(Collectors.joining("\n\n\n"));
        return new EditorForm(
                "",
                newTitle,
                "",
                skeleton,
                bylines,
                tags,
                seriesSlug,
                period == null ? "" : period.from().toString(),
                period == null ? "" : period.to().toString(),
                tlp,
                language,
                "",
                SharingFields.EMPTY,
                "",
                "",
                false,
                false);
    }

    /** The same text on top of another revision, after somebody else changed the post. */
    EditorForm on(String otherRevision) {
        return new EditorForm(
                otherRevision,
                title,
                standfirst,
                body,
                bylines,
                tags,
                series,
                from,
                to,
                tlp,
                language,
                slug,
                sharing,
                note,
                correction,
                isSecondIssue,
                tellsAlerted);
    }

    /** Rows for bylines: those that there are, and room for more. */
    public List<BylineInput> bylineRows() {
        var rows = new ArrayList<>(bylines);
        rows.add(new BylineInput("", ""));
        if (bylines.isEmpty()) {
            rows.add(new BylineInput("", ""));
        }
        return rows;
    }

    public PostRequest request() {
        return new PostRequest(
                title,
                standfirst,
                body,
                bylines.stream()
                        .map(byline -> new BylineRequest(byline.name(), byline.affiliation()))
                        .toList(),
                Arrays.stream(tags.split("[,\n]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                series,
                from.isBlank() && to.isBlank() ? null : new PeriodRequest(blankToNull(from), blankToNull(to)),
                slug,
                tlp,
                language,
                sharing.canonicalUrl(),
                sharing.metaTitle(),
                sharing.metaDescription(),
                sharing.excerpt(),
                sharing.image(),
                null,
                null,
                null,
                null,
                blankToNull(correction),
                note,
                isSecondIssue,
                tellsAlerted);
    }

    private static List<BylineInput> bylines(MultiValueMap<String, String> fields) {
        var names = fields.getOrDefault("bylineName", List.of());
        var affiliations = fields.getOrDefault("bylineAffiliation", List.of());
        var bylines = new ArrayList<BylineInput>();
        for (var i = 0; i < names.size(); i++) {
            var byline = new BylineInput(names.get(i), i < affiliations.size() ? affiliations.get(i) : "");
            if (!byline.isEmpty()) {
                bylines.add(byline);
            }
        }
        return bylines;
    }

    private static String text(String name, MultiValueMap<String, String> fields) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
