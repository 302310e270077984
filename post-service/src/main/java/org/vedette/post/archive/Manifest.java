package org.vedette.post.archive;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.vedette.post.content.InvalidValueException;

/**
 * What an export says of itself at its end: one that was cut off has none.
 *
 * @param site base URL of the site that it was made of
 * @param omitted what is not in it, or not as a whole
 */
public record Manifest(String site, Instant createdAt, Counts counts, List<Omitted> omitted) {

    /** The version of the format, which rises when readers of it would lose something. */
    public static final int VERSION = 1;

    private static final String FORMAT = "vedette-export";

    public Manifest {
        omitted = List.copyOf(omitted);
    }

    /**
     * How much of each there is.
     *
     * @param revisions of all posts
     */
    public record Counts(long posts, long revisions, long pictures, long series, long authors, long redirects) {}

    /**
     * Something that could not be exported as a whole.
     *
     * @param location the name of its folder
     */
    public record Omitted(String location, String reason) {}

    public String write() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("format", FORMAT);
        fields.put("version", VERSION);
        fields.put("site", site);
        fields.put("createdAt", createdAt.toString());
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("posts", counts.posts());
        numbers.put("revisions", counts.revisions());
        numbers.put("pictures", counts.pictures());
        numbers.put("series", counts.series());
        numbers.put("authors", counts.authors());
        numbers.put("redirects", counts.redirects());
        fields.put("counts", numbers);
        fields.put(
                "omitted",
                omitted.stream()
                        .map(one -> RevisionFields.ordered("location", one.location(), "reason", one.reason()))
                        .toList());
        return FieldWriter.line(fields);
    }

    /** Whether it is one, of this version or another. */
    public static boolean isManifest(Fields fields) {
        return fields.raw("format").equals(FORMAT);
    }

    /** Signals an {@link InvalidValueException} when a newer version wrote it. */
    public static Manifest read(Fields fields) {
        var version = fields.number("version");
        if (version > VERSION) {
            throw new InvalidValueException("has version " + version + " of the format, and this Vedette knows "
                    + VERSION + ": import it with the Vedette that wrote it, or a newer one");
        }
        var counts = fields.group("counts").orElseThrow(() -> new InvalidValueException("has no field counts"));
        return new Manifest(
                fields.raw("site"),
                fields.instant("createdAt"),
                new Counts(
                        counts.number("posts"),
                        counts.number("revisions"),
                        counts.number("pictures"),
                        counts.number("series"),
                        counts.number("authors"),
                        counts.number("redirects")),
                fields.groups("omitted").stream()
                        .map(one -> new Omitted(one.text("location"), one.text("reason")))
                        .toList());
    }
}
