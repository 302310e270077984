package org.vedette.post.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaId;

/** The names of the files of an export. */
public final class EntryNames {

    public static final String MANIFEST = "manifest.json";
    public static final String SERIES = "series.jsonl";
    public static final String AUTHORS = "authors.jsonl";
    public static final String REDIRECTS = "redirects.jsonl";

    private static final String PICTURE = "/picture.json";
    private static final Pattern REVISION = Pattern.compile("posts/([0-9a-f-]{36})/(\\d{6,10})\\.md");
    private static final Pattern PICTURES = Pattern.compile("media/([0-9a-f]{32})/picture\\.json");

    private EntryNames() {}

    /** The revision that a file is. */
    public record RevisionName(PostId post, long revision) {}

    public static String of(StoredRevision revision) {
        return of(revision.post().id()) + "/"
                + String.format(Locale.ROOT, "%06d", revision.post().revision().value()) + ".md";
    }

    /** The folder of a post. */
    public static String of(PostId post) {
        return "posts/" + post;
    }

    /** What is known of a picture. */
    public static String of(MediaId picture) {
        return "media/" + picture + PICTURE;
    }

    public static String of(MediaId picture, MediaFile file) {
        return "media/" + picture + "/" + file.name();
    }

    /** Empty when the file is something else. */
    public static Optional<RevisionName> revision(String name) {
        var parts = REVISION.matcher(name);
        return parts.matches()
                ? PostId.of(parts.group(1)).map(post -> new RevisionName(post, Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** Empty when the file is something else. */
    public static Optional<MediaId> picture(String name) {
        var parts = PICTURES.matcher(name);
        return parts.matches() ? MediaId.parse(parts.group(1)) : Optional.empty();
    }
}
