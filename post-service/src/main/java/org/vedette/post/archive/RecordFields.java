package org.vedette.post.archive;

import static org.vedette.post.archive.RevisionFields.put;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vedette.post.authors.AuthorName;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.PlainText;
import org.vedette.post.redirects.OldPath;
import org.vedette.post.redirects.Redirect;
import org.vedette.post.redirects.Target;
import org.vedette.post.requests.Person;
import org.vedette.post.series.Cadence;
import org.vedette.post.series.Series;
import org.vedette.post.series.StoredSeries;
import org.vedette.post.series.StoredSeries.FormerTitle;

/** Maps series, authors and redirects to lines, and people to parts of them. */
public final class RecordFields {

    private static final int MAX_NAME = 200;
    private static final int MAX_ID = 300;

    private RecordFields() {}

    public static String write(StoredSeries stored) {
        var series = stored.series();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("slug", series.slug());
        fields.put("revision", stored.revision());
        fields.put("position", stored.position());
        fields.put("title", series.title());
        fields.put("cadence", series.cadence().name().toLowerCase(Locale.ROOT));
        put(fields, "introduction", series.introduction());
        fields.put("secondPerson", series.needsSecondPerson());
        fields.put(
                "formerTitles",
                stored.formerTitles().stream().map(RecordFields::of).toList());
        return FieldWriter.line(fields);
    }

    private static Map<String, Object> of(FormerTitle former) {
        return RevisionFields.ordered(
                "title", former.title(), "until", former.until().toString());
    }

    public static StoredSeries series(Fields fields) {
        var cadence = fields.value("cadence", text -> Cadence.valueOf(text.toUpperCase(Locale.ROOT)));
        var introduction = fields.optional("introduction", Series::introduction);
        var slug = fields.value("slug", RecordFields::seriesSlug);
        return new StoredSeries(
                new Series(
                        slug, fields.value("title", Series::title), cadence, introduction, fields.flag("secondPerson")),
                fields.value("revision", RecordFields::positive),
                fields.number("position"),
                Fields.named("formerTitles", () -> formerTitles(fields)));
    }

    private static List<FormerTitle> formerTitles(Fields fields) {
        return fields.groups("formerTitles").stream()
                .map(former -> new FormerTitle(former.value("title", Series::title), former.instant("until")))
                .toList();
    }

    private static String seriesSlug(String text) {
        return new org.vedette.post.lifecycle.Slug(text).value();
    }

    private static long positive(String text) {
        var number = Long.parseLong(text);
        if (number < 1) {
            throw new InvalidValueException("must be 1 or more");
        }
        return number;
    }

    public static String write(AuthorName name) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", name.name());
        fields.put("slug", name.slug().value());
        put(
                fields,
                "mergedInto",
                name.mergedInto() == null ? null : name.mergedInto().value());
        return FieldWriter.line(fields);
    }

    public static AuthorName author(Fields fields) {
        return new AuthorName(
                fields.value("name", text -> PlainText.line(text, MAX_NAME)),
                fields.value("slug", AuthorSlug::new),
                fields.optional("mergedInto", AuthorSlug::new),
                null);
    }

    public static String write(Redirect redirect) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("from", redirect.from().value());
        fields.put("to", redirect.to().value());
        fields.put("by", person(redirect.by()));
        fields.put("at", redirect.at().toString());
        return FieldWriter.line(fields);
    }

    public static Redirect redirect(Fields fields) {
        return new Redirect(
                fields.value("from", OldPath::new),
                fields.value("to", Target::new),
                fields.group("by")
                        .map(RecordFields::person)
                        .orElseThrow(() -> new InvalidValueException("has no field by")),
                fields.<Instant>value("at", Instant::parse));
    }

    static Map<String, Object> person(Person person) {
        return RevisionFields.ordered("id", person.id(), "name", person.name());
    }

    static Person person(Fields fields) {
        return new Person(
                fields.value("id", text -> cut(text, MAX_ID)), fields.value("name", text -> cut(text, MAX_NAME)));
    }

    private static String cut(String text, int max) {
        if (text.length() > max) {
            throw new InvalidValueException("has more than " + max + " characters");
        }
        return text;
    }
}
