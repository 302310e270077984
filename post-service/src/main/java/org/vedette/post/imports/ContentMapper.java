package org.vedette.post.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.AsciiWords;
import org.vedette.post.content.Body;
import org.vedette.post.content.Byline;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Language;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.content.PlainText;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Standfirst;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Title;
import org.vedette.post.content.Tlp;
import org.vedette.post.imports.FoundItem.Credit;
import org.vedette.post.imports.FoundItem.FoundPost;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.migration.Migration;
import org.vedette.post.publishing.Submission;

/** Makes of what was found what a post may have here: shortens and leaves out, and says so. */
final class ContentMapper {

    private static final int MAX_TITLE = 200;
    private static final int MAX_STANDFIRST = 500;
    private static final int MAX_SLUG = 100;
    private static final String UNTITLED = "Untitled";

    private final Language siteLanguage;

    ContentMapper(Language siteLanguage) {
        this.siteLanguage = siteLanguage;
    }

    /** @throws InvalidValueException for what is left that a post may not have */
    Migration map(FoundPost found, String markdown, List<String> notes) {
        var body = publishable(markdown, "the body", notes);
        var content = new PostContent(
                title(found, notes),
                standfirst(found.standfirst(), notes),
                new Body(body),
                bylines(found.credits(), notes),
                tags(found.tags(), notes),
                found.series(),
                found.period(),
                named("tlp", found.tlp(), Tlp::of).orElse(Tlp.CLEAR),
                named("language", found.language(), Language::parse).orElse(siteLanguage),
                PageMetadata.NONE);
        var submission = new Submission(content, slug(found.slug()).orElse(null), found.publishedAt(), List.of());
        return new Migration(found.source(), submission, found.isDraft(), found.createdAt(), found.revisedAt());
    }

    private static String publishable(String raw, String what, List<String> notes) {
        var text = PlainText.publishable(raw);
        if (text.length() < raw.length()) {
            notes.add((raw.length() - text.length()) + " characters that cannot be published were left out of " + what);
        }
        return text;
    }

    private static Title title(FoundPost found, List<String> notes) {
        var text = line(publishable(found.title(), "the title", notes));
        if (PlainText.isInvisible(text)) {
            notes.add("it has no title: give it one");
            return new Title(UNTITLED);
        }
        return new Title(cut(text, MAX_TITLE, "the title", notes));
    }

    private static @Nullable Standfirst standfirst(@Nullable String raw, List<String> notes) {
        var text = raw == null ? "" : line(publishable(raw, "the standfirst", notes));
        return PlainText.isInvisible(text) ? null : new Standfirst(cut(text, MAX_STANDFIRST, "the standfirst", notes));
    }

    /** White space of any kind, and what composes, counts as the values themselves count it. */
    private static String line(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u0085\\p{Z}]+", " ")
                .strip();
    }

    private static String cut(String text, int max, String what, List<String> notes) {
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        notes.add(what + " had more than " + max + " characters, and was cut");
        var end = text.offsetByCodePoints(0, max - 1);
        var space = text.lastIndexOf(' ', end);
        return text.substring(0, space > end / 2 ? space : end).strip() + "…";
    }

    private static List<Byline> bylines(List<Credit> credits, List<String> notes) {
        var bylines = new LinkedHashSet<Byline>();
        for (var credit : credits) {
            var name = line(publishable(credit.name(), "a byline", notes));
            if (!PlainText.isInvisible(name)) {
                bylines.add(named("byline", name, text -> new Byline(text, credit.affiliation()))
                        .orElseThrow());
            }
        }
        return atMost(PostContent.MAX_BYLINES, "bylines", List.copyOf(bylines), notes);
    }

    private static List<Tag> tags(List<String> names, List<String> notes) {
        var tags = new LinkedHashSet<Tag>();
        for (var name : names) {
            var words = line(PlainText.publishable(name))
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{M}\\p{N}.+#_-]+", "-")
                    .replaceAll("^[^\\p{L}\\p{N}]+|-+$", "");
            try {
                tags.add(new Tag(words));
            } catch (InvalidValueException invalid) {
                notes.add("the tag \"" + name + "\" was left out: it " + invalid.getMessage());
            }
        }
        return atMost(PostContent.MAX_TAGS, "tags", List.copyOf(tags), notes);
    }

    private static <T> List<T> atMost(int max, String what, List<T> all, List<String> notes) {
        if (all.size() <= max) {
            return all;
        }
        notes.add("only the first " + max + " of its " + all.size() + " " + what + " came along");
        return new ArrayList<>(all.subList(0, max));
    }

    /** The words of the slug that it had; empty when it has none in letters and digits. */
    private static Optional<Slug> slug(@Nullable String wanted) {
        return Optional.ofNullable(wanted)
                .flatMap(text -> AsciiWords.of(PlainText.publishable(text), MAX_SLUG))
                .map(Slug::new);
    }

    private static <T> Optional<T> named(String field, @Nullable String text, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text));
        } catch (InvalidValueException invalid) {
            throw new InvalidValueException("its " + field + " " + invalid.getMessage());
        }
    }
}
