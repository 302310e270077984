package org.vedette.post.imports.formats.ghost;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.FoundItem;
import org.vedette.post.imports.FoundItem.FoundPost;
import org.vedette.post.imports.FoundItem.NotTaken;
import org.vedette.post.imports.formats.texts.HtmlBodies;
import tools.jackson.databind.JsonNode;

/** Maps a post of a Ghost export, with what other tables say of it. */
final class GhostPostMapper {

    private static final String SLUG = "slug";
    private static final String PUBLISHED = "published";

    private final HtmlBodies bodies;
    private final Clock clock;

    GhostPostMapper(HtmlBodies bodies, Clock clock) {
        this.bodies = bodies;
        this.clock = clock;
    }

    FoundItem map(JsonNode row, String location, GhostTables tables) {
        var title = text(row, "title");
        var status = text(row, "status");
        if (!row.isObject()) {
            throw new InvalidValueException("is no object");
        }
        if (text(row, "type").equals("page") || row.path("page").asBoolean(false)) {
            return new NotTaken(location, title, "is a page, not a post");
        }
        return switch (status) {
            case "published", "draft", "scheduled", "sent" -> post(row, status, title, location, tables);
            default -> new NotTaken(location, title, "has the unknown status " + status);
        };
    }

    private FoundPost post(JsonNode row, String status, String title, String location, GhostTables tables) {
        var notes = new ArrayList<String>();
        var credits = tables.credits(row);
        if (credits.isEmpty() && tables.isCutOff()) {
            throw new InvalidValueException("its author is in the part of the file that is missing: export again");
        }
        var isDraft = isDraft(row, status, notes);
        var published = date(row, "published_at");
        var slug = text(row, SLUG);
        return new FoundPost(
                location,
                source(row, slug),
                title,
                slug.isEmpty() ? null : slug,
                standfirst(row),
                body(row, notes),
                credits,
                tables.tags(row),
                null,
                null,
                null,
                blankAsNull(text(row, "locale")),
                isDraft,
                date(row, "created_at"),
                published != null && published.isAfter(clock.instant()) ? null : published,
                date(row, "updated_at"),
                isDraft || slug.isEmpty() ? List.of() : List.of("/" + slug),
                notes);
    }

    private boolean isDraft(JsonNode row, String status, List<String> notes) {
        var date = date(row, "published_at");
        if (status.equals("scheduled") || (status.equals(PUBLISHED) && date != null && date.isAfter(clock.instant()))) {
            notes.add("it was to be published at " + date + ": schedule it again");
            return true;
        }
        if (status.equals("sent")) {
            notes.add("it was only mailed, never published: a draft");
            return true;
        }
        var visibility = text(row, "visibility");
        if (status.equals(PUBLISHED) && !visibility.isEmpty() && !visibility.equals("public")) {
            notes.add("it was for " + visibility + " only: a draft");
            return true;
        }
        return status.equals("draft");
    }

    private static String source(JsonNode row, String slug) {
        return "ghost:"
                + Stream.of(text(row, "uuid"), text(row, "id"), slug)
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new InvalidValueException("has neither id nor slug"));
    }

    private static @Nullable String standfirst(JsonNode row) {
        return blankAsNull(text(row, "custom_excerpt"));
    }

    /** The picture above a post becomes its first one. */
    private String body(JsonNode row, List<String> notes) {
        var html = text(row, "html");
        if (html.isBlank() && !text(row, "plaintext").isBlank()) {
            notes.add("it has no HTML: its plain text came along, without pictures and links");
            return text(row, "plaintext");
        }
        if (html.isBlank() && !(text(row, "lexical") + text(row, "mobiledoc")).isEmpty()) {
            notes.add("it has no HTML: open and save it in Ghost, and export again");
        }
        var picture = text(row, "feature_image");
        var body = bodies.ofGhost(html);
        return picture.isBlank()
                ? body
                : bodies.ofGhost("<p><img src=\"" + picture.replace("\"", "%22") + "\" alt=\"\"></p>") + "\n\n" + body;
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text;
    }

    /** A number of milliseconds in old exports; null for none. */
    private static @Nullable Instant date(JsonNode row, String field) {
        var value = row.path(field);
        if (value.isNumber()) {
            return Instant.ofEpochMilli(value.asLong());
        }
        var text = text(row, field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var iso = text.contains("T") ? text : text.replace(' ', 'T') + (text.endsWith("Z") ? "" : "Z");
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(iso, Instant::from);
        } catch (DateTimeException notADate) {
            throw new InvalidValueException("its field " + field + " is no date: " + text);
        }
    }

    /** Empty when it is missing, null, or no text. */
    static String text(JsonNode row, String field) {
        var value = row.path(field);
        return value.isString() || value.isNumber() ? value.asString() : "";
    }
}
