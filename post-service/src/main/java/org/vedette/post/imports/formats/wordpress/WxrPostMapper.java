package org.vedette.post.imports.formats.wordpress;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.FoundItem;
import org.vedette.post.imports.FoundItem.Credit;
import org.vedette.post.imports.FoundItem.FoundPost;
import org.vedette.post.imports.FoundItem.NotTaken;
import org.vedette.post.imports.formats.texts.HtmlBodies;
import org.vedette.post.imports.formats.wordpress.WxrReader.Blog;

/** Maps an item of a WordPress export. */
final class WxrPostMapper {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final String NO_DATE = "0000-00-00";
    private static final String UNCATEGORIZED = "uncategorized";

    private final HtmlBodies bodies;
    private final ZoneId siteZone;
    private final Clock clock;

    WxrPostMapper(HtmlBodies bodies, ZoneId siteZone, Clock clock) {
        this.bodies = bodies;
        this.siteZone = siteZone;
        this.clock = clock;
    }

    FoundItem map(XmlFields item, String location, Blog blog) {
        var title = Jsoup.parseBodyFragment(item.text("title")).text();
        var status = item.text("wp:status");
        return reasonToSkip(item, status)
                .<FoundItem>map(reason -> new NotTaken(location, title, reason))
                .orElseGet(() -> post(item, status, title, location, blog));
    }

    private static Optional<String> reasonToSkip(XmlFields item, String status) {
        var type = item.text("wp:post_type");
        if (!type.isEmpty() && !type.equals("post")) {
            return Optional.of("is no post but of the type " + type);
        }
        if (!item.text("wp:post_password").isEmpty()) {
            return Optional.of("is protected by a password");
        }
        return switch (status) {
            case "publish", "draft", "pending", "future", "" -> Optional.empty();
            case "trash" -> Optional.of("is in the trash");
            case "private" -> Optional.of("is private");
            case "auto-draft" -> Optional.of("was saved by WordPress and never by anybody");
            default -> Optional.of("has the unknown status " + status);
        };
    }

    private FoundPost post(XmlFields item, String status, String title, String location, Blog blog) {
        var notes = new ArrayList<String>();
        var published = status.equals("publish");
        if (status.isEmpty()) {
            notes.add("it has no status: a draft");
        }
        var date = date(item, "wp:post_date_gmt", "wp:post_date");
        if (published && date == null) {
            throw new InvalidValueException(
                    "is published and has no date (wp:post_date): give it one in WordPress, or in the file");
        }
        var isFuture = published && date != null && date.isAfter(clock.instant());
        if (status.equals("future") || isFuture) {
            notes.add("it was to be published at " + date + ": schedule it again");
        }
        var isDraft = !published || isFuture;
        return new FoundPost(
                location,
                source(item, blog),
                title,
                decoded(item.text("wp:post_name")),
                standfirst(item),
                bodies.ofWordPress(item.text("content:encoded"), blog.address(), notes),
                credits(item, blog),
                tags(item),
                null,
                null,
                null,
                null,
                isDraft,
                date,
                isFuture || status.equals("future") ? null : date,
                modified(item, notes),
                isDraft ? List.of() : oldPaths(item.text("link")),
                notes);
    }

    private static String source(XmlFields item, Blog blog) {
        var id = item.text("wp:post_id");
        return "wordpress:" + (id.isEmpty() ? otherId(item, blog) : blog.address() + "?p=" + id);
    }

    private static String otherId(XmlFields item, Blog blog) {
        var slug = item.text("wp:post_name");
        return Stream.of(item.text("guid"), item.text("link"), slug.isEmpty() ? "" : blog.address() + "/" + slug)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "has nothing by which it could be known again: wp:post_id, guid, link or wp:post_name"));
    }

    private static @Nullable String standfirst(XmlFields item) {
        var excerpt = Jsoup.parseBodyFragment(item.text("excerpt:encoded")).text();
        return excerpt.isBlank() ? null : excerpt;
    }

    /** Those who did not choose a name to be shown have their login. */
    private static List<Credit> credits(XmlFields item, Blog blog) {
        var login = item.text("dc:creator");
        var name = blog.authors().getOrDefault(login, "");
        var shown = name.isBlank() ? login : name;
        return List.of(new Credit(shown.isBlank() ? blog.title() : shown, null));
    }

    private static List<String> tags(XmlFields item) {
        return item.all("category").stream()
                .filter(category ->
                        !category.attributes().getOrDefault("nicename", "").equals(UNCATEGORIZED))
                .filter(category -> List.of("category", "post_tag", "tag", "")
                        .contains(category.attributes().getOrDefault("domain", "")))
                .map(category -> Jsoup.parseBodyFragment(category.text()).text())
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** A date in UTC, or one without a zone, which WordPress writes in the zone of its site; null for none. */
    private @Nullable Instant date(XmlFields item, String utc, String local) {
        var inUtc = time(item.text(utc));
        var here = time(item.text(local));
        if (inUtc.isPresent()) {
            return inUtc.get().toInstant(ZoneOffset.UTC);
        }
        if (here.isPresent()) {
            return here.get().atZone(siteZone).toInstant();
        }
        Stream.of(local, utc)
                .map(item::text)
                .filter(text -> !text.isEmpty() && !text.startsWith(NO_DATE))
                .findFirst()
                .ifPresent(text -> {
                    throw new InvalidValueException("its date is none that exists: " + text);
                });
        return null;
    }

    /** When it was last changed; what is no date is noted, as that decides nothing. */
    private @Nullable Instant modified(XmlFields item, List<String> notes) {
        try {
            return date(item, "wp:post_modified_gmt", "wp:post_modified");
        } catch (InvalidValueException invalid) {
            notes.add("when it was last changed was left out: " + invalid.getMessage());
            return null;
        }
    }

    /** Empty for none, which WordPress writes as a day in month 0, and for what is no date. */
    private static Optional<LocalDateTime> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(text, TIME));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static @Nullable String decoded(String slug) {
        try {
            return slug.isEmpty() ? null : URLDecoder.decode(slug, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return slug;
        }
    }

    /** An address with an id in its query has no path of its own. */
    private static List<String> oldPaths(String link) {
        try {
            var path = new URI(link).getRawPath();
            return path == null || path.length() < 2 ? List.of() : List.of(path);
        } catch (URISyntaxException notAnAddress) {
            return List.of();
        }
    }
}
