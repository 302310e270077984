package org.vedette.post.imports.formats.markdown;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Period;
import org.vedette.post.content.Tlp;
import org.vedette.post.imports.FoundItem;
import org.vedette.post.imports.FoundItem.Credit;
import org.vedette.post.imports.FoundItem.FoundPost;
import org.vedette.post.imports.FoundItem.NotTaken;
import org.vedette.post.imports.FoundItem.Unreadable;
import org.vedette.post.imports.ImportLimits;
import org.vedette.post.imports.formats.texts.ItemReader;
import org.vedette.post.imports.formats.texts.TextEncoding;
import org.vedette.post.imports.formats.texts.TextSource;

/** Reads a file of Markdown with YAML front matter, as Hugo, Jekyll and others have it. */
public final class MarkdownReader implements ItemReader {

    /** As Jekyll names its files. */
    private static final Pattern DATED_NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(.+)");

    private static final List<String> DATES =
            List.of("publishedAt", "date", "published_at", "pubDate", "publishDate", "publish_date", "publishAt");

    private static final Pattern HEADING = Pattern.compile("\\A\\s*#\\s+([^\\n]{1,500})\\n?");
    private static final Pattern SPACE_IN_TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2})(:\\d{2})?(?: ?([+-]\\d{2}):?(\\d{2}))?");

    private final ImportLimits limits;
    private final ZoneId siteZone;
    private final Clock clock;

    public MarkdownReader(ImportLimits limits, ZoneId siteZone, Clock clock) {
        this.limits = limits;
        this.siteZone = siteZone;
        this.clock = clock;
    }

    @Override
    public void read(TextSource text, Consumer<FoundItem> items, AtomicLong read) throws IOException {
        var location = text.name().isEmpty() ? "line 1" : text.name();
        try (var in = text.open(read)) {
            var bytes = in.readNBytes(limits.textBytes() + 1);
            if (bytes.length > limits.textBytes()) {
                throw new InvalidValueException("has more than " + limits.textBytes() + " bytes");
            }
            items.accept(item(location, text.name(), TextEncoding.of(bytes).decode(bytes)));
        } catch (InvalidValueException invalid) {
            items.accept(new Unreadable(location, "", String.valueOf(invalid.getMessage())));
        }
    }

    private FoundItem item(String location, String name, String text) {
        var parsed = FrontMatter.parse(text);
        var fields = parsed.fields();
        if (fields.isEmpty() && name.matches("(?i)(.*/)?(readme|license|changelog|contributing)\\.[a-z]+")) {
            return new NotTaken(location, "", "has no front matter, and the name of a file about the others");
        }
        var fileName = fileName(name);
        var dated = DATED_NAME.matcher(fileName);
        var isDated = dated.matches();
        var heading = HEADING.matcher(parsed.body());
        var title = fields.text("title");
        var headed = title == null && heading.find();
        var body = headed ? parsed.body().substring(heading.end()) : parsed.body();
        return post(
                location,
                new Named(
                        Objects.requireNonNullElse(title, headed ? heading.group(1) : fileName),
                        isDated ? dated.group(2) : fileName,
                        isDated ? dated.group(1) : null,
                        name),
                fields,
                body.strip());
    }

    /** What a file says beside its fields. */
    private record Named(
            String title, String slug, @Nullable String date, String path) {}

    private FoundPost post(String location, Named named, FrontMatter fields, String body) {
        var notes = new ArrayList<String>();
        var date = date(fields, named);
        var now = clock.instant();
        var future = Stream.concat(dates(fields), Stream.ofNullable(date))
                .filter(each -> each.isAfter(now))
                .max(Comparator.naturalOrder());
        if (future.isPresent()) {
            notes.add("it was to be published at " + future.get() + ": schedule it again");
        }
        var hasEnded = Stream.of("expiryDate", "unpublishDate")
                .filter(field -> !fields.isBlank(field))
                .flatMap(field -> Stream.ofNullable(moment(fields.only(field).orElse(null), field)))
                .anyMatch(end -> !end.isAfter(now));
        if (hasEnded) {
            notes.add("it was public until a day that has passed: a draft");
        }
        var isDraft =
                future.isPresent() || hasEnded || Visibility.isOfDrafts(named.path()) || Visibility.isHidden(fields);
        if (!isDraft && date == null) {
            notes.add("it has no date: it gets that of today");
        }
        return new FoundPost(
                location,
                "markdown:"
                        + Optional.ofNullable(fields.text("id", "guid", "uid"))
                                .or(() -> Optional.of(named.path()).filter(path -> !path.isEmpty()))
                                .orElseThrow(() -> new InvalidValueException(
                                        "has neither an id in its front matter nor a file name, by which it is known when it"
                                                + " comes again: send it with one of them, as in ?name=a-loader.md")),
                named.title(),
                Optional.ofNullable(fields.text("slug")).orElse(named.slug()),
                fields.text("standfirst", "description", "excerpt", "summary", "subtitle"),
                body,
                credits(fields),
                tags(fields),
                fields.text("series"),
                period(fields),
                tlp(fields),
                fields.text("language", "lang", "locale"),
                isDraft,
                moment(fields.text("createdAt", "created"), "created"),
                date == null || date.isAfter(now) ? null : date,
                moment(fields.text("revisedAt", "updated", "lastmod", "last_modified_at", "modified"), "updated"),
                isDraft ? List.of() : oldPaths(fields),
                notes);
    }

    private @Nullable Instant date(FrontMatter fields, Named named) {
        return dates(fields).findFirst().orElseGet(() -> moment(named.date(), "date"));
    }

    /** All that it says of when it was or is to be published, the most precise first. */
    private Stream<Instant> dates(FrontMatter fields) {
        return Stream.concat(
                DATES.stream()
                        .filter(field -> !fields.isBlank(field))
                        .flatMap(field ->
                                Stream.ofNullable(moment(fields.only(field).orElse(null), field))),
                Visibility.dates(fields).flatMap(text -> Stream.ofNullable(moment(text, "published"))));
    }

    /** A day, or a time without a zone, is one of the site. */
    private @Nullable Instant moment(@Nullable String text, String field) {
        if (text == null) {
            return null;
        }
        var time = iso(text.strip());
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(time, Instant::from);
        } catch (DateTimeException noOffset) {
            return local(time, field);
        }
    }

    private Instant local(String time, String field) {
        try {
            var moment = time.contains("T")
                    ? LocalDateTime.parse(time)
                    : LocalDate.parse(time).atStartOfDay();
            return moment.atZone(siteZone).toInstant();
        } catch (DateTimeException invalid) {
            throw new InvalidValueException("its " + field + " is no date that exists: " + time);
        }
    }

    private static String iso(String text) {
        var spaced = SPACE_IN_TIME.matcher(text);
        return spaced.matches()
                ? spaced.group(1) + "T" + spaced.group(2) + Objects.requireNonNullElse(spaced.group(3), ":00")
                        + (spaced.group(4) == null ? "" : spaced.group(4) + ":" + spaced.group(5))
                : text;
    }

    /** Whether the name of a folder says that all posts in it are drafts. */
    public static boolean isOfDrafts(String folder) {
        return Visibility.isOfDrafts(folder);
    }

    private static @Nullable String tlp(FrontMatter fields) {
        var label = fields.only("tlp").orElse(null);
        try {
            return label == null ? null : Tlp.of(label).label();
        } catch (InvalidValueException unknown) {
            throw fields.notUnderstood("tlp", "it " + unknown.getMessage() + ", not " + label);
        }
    }

    private static List<Credit> credits(FrontMatter fields) {
        var named = Stream.of("bylines", "authors", "author")
                .flatMap(field -> fields.groups(field).stream())
                .filter(author -> author.text("name") != null)
                .map(author -> new Credit(Objects.requireNonNull(author.text("name")), author.text("affiliation")))
                .toList();
        return named.isEmpty()
                ? fields.texts("authors", "author", "byline").stream()
                        .map(name -> new Credit(name, null))
                        .toList()
                : named;
    }

    private static List<String> tags(FrontMatter fields) {
        return Stream.concat(fields.texts("tags", "tag").stream(), fields.texts("categories", "category").stream())
                .distinct()
                .toList();
    }

    private static @Nullable Period period(FrontMatter fields) {
        var period = fields.group("period").orElse(null);
        if (period == null) {
            return null;
        }
        try {
            return new Period(
                    LocalDate.parse(String.valueOf(period.text("from"))),
                    LocalDate.parse(String.valueOf(period.text("to"))));
        } catch (DateTimeException invalid) {
            throw new InvalidValueException("its period must have from and to, two days such as 2016-06-30");
        }
    }

    private static List<String> oldPaths(FrontMatter fields) {
        return Stream.of(
                        fields.texts("aliases", "redirect_from", "redirects").stream(),
                        Stream.ofNullable(fields.text("permalink", "url", "link")))
                .flatMap(paths -> paths)
                .filter(path -> !path.contains(":") || path.startsWith("http"))
                .distinct()
                .toList();
    }

    /** Without folders and extension; a page that is a folder has the name of the folder. */
    private static String fileName(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("(?i)\\.(md|markdown)$", "");
        if (!name.equalsIgnoreCase("index") && !name.equalsIgnoreCase("_index")) {
            return name;
        }
        var folders = path.split("/", -1);
        return folders.length > 1 ? folders[folders.length - 2] : name;
    }
}
