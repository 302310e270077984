package org.vedette.post.imports.formats.vedette;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.post.archive.Archived;
import org.vedette.post.archive.Archived.ArchivedAuthor;
import org.vedette.post.archive.Archived.ArchivedRedirect;
import org.vedette.post.archive.Archived.ArchivedSeries;
import org.vedette.post.archive.EntryNames;
import org.vedette.post.archive.Fields;
import org.vedette.post.archive.Manifest;
import org.vedette.post.archive.Manifest.Counts;
import org.vedette.post.archive.Manifest.Omitted;
import org.vedette.post.archive.RecordFields;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.FoundItem;
import org.vedette.post.imports.FoundItem.FoundArchived;
import org.vedette.post.imports.FoundItem.Kind;
import org.vedette.post.imports.FoundItem.NotTaken;
import org.vedette.post.imports.FoundItem.Unreadable;
import org.vedette.post.imports.ImportFile;
import org.vedette.post.imports.ImportLimits;
import org.vedette.post.imports.formats.texts.PackedFiles;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.media.MediaId;

/** An export of Vedette: hands on what is in it, and says what is missing by its own count. */
public final class VedetteExport implements ImportFile {

    private final PackedFiles files;
    private final EntryReader entries;
    private final @Nullable Manifest manifest;
    private final Map<PostId, TreeMap<Long, String>> posts = new LinkedHashMap<>();
    private final List<MediaId> pictures;
    private final AtomicLong handedOn = new AtomicLong();

    private VedetteExport(PackedFiles files, EntryReader entries, @Nullable Manifest manifest) {
        this.files = files;
        this.entries = entries;
        this.manifest = manifest;
        this.pictures = files.names().stream()
                .flatMap(name -> EntryNames.picture(name).stream())
                .toList();
        for (var name : files.names()) {
            EntryNames.revision(name)
                    .ifPresent(revision -> posts.computeIfAbsent(revision.post(), first -> new TreeMap<>())
                            .put(revision.revision(), name));
        }
    }

    /** Whether an archive is an export of Vedette, of this version or another. */
    public static boolean isOne(PackedFiles files, ImportLimits limits) {
        return files.names().stream().anyMatch(name -> EntryNames.revision(name).isPresent())
                || hasManifest(files, new EntryReader(files, limits));
    }

    private static boolean hasManifest(PackedFiles files, EntryReader entries) {
        try {
            return files.has(EntryNames.MANIFEST) && Manifest.isManifest(entries.fields(EntryNames.MANIFEST));
        } catch (InvalidValueException another) {
            return false;
        }
    }

    /** Signals an {@link InvalidValueException} when a newer version wrote it. */
    public static VedetteExport open(PackedFiles files, ImportLimits limits) {
        var entries = new EntryReader(files, limits);
        return new VedetteExport(
                files,
                entries,
                hasManifest(files, entries) ? Manifest.read(entries.fields(EntryNames.MANIFEST)) : null);
    }

    @Override
    public String format() {
        return "Vedette";
    }

    @Override
    public void readItems(Consumer<FoundItem> items) {
        for (var name : files.refusedNames()) {
            items.accept(new Unreadable(name, "", "has a name that leads out of the zip, and was not read"));
        }
        var omitted = omitted();
        omitted.forEach((location, reason) -> items.accept(new NotTaken(location, "", reason)));
        Consumer<FoundItem> counting = item -> {
            handedOn.incrementAndGet();
            items.accept(item);
        };
        var series = records(
                EntryNames.SERIES, Kind.SERIES, line -> new ArchivedSeries(RecordFields.series(line)), counting);
        var authors = records(
                EntryNames.AUTHORS, Kind.AUTHOR, line -> new ArchivedAuthor(RecordFields.author(line)), counting);
        for (var picture : pictures) {
            if (!omitted.containsKey("media/" + picture)) {
                counting.accept(
                        new FoundArchived(EntryNames.of(picture), Kind.PICTURE, () -> entries.picture(picture)));
            }
        }
        readPosts(omitted, counting);
        var redirects = records(
                EntryNames.REDIRECTS,
                Kind.REDIRECT,
                line -> new ArchivedRedirect(RecordFields.redirect(line)),
                counting);
        compare(series, authors, redirects).ifPresent(items);
    }

    private Map<String, String> omitted() {
        return manifest == null
                ? Map.of()
                : manifest.omitted().stream()
                        .collect(Collectors.toMap(
                                Omitted::location, Omitted::reason, (one, other) -> one, LinkedHashMap::new));
    }

    private void readPosts(Map<String, String> omitted, Consumer<FoundItem> items) {
        posts.forEach((id, revisions) -> {
            if (!omitted.containsKey(EntryNames.of(id))) {
                var names = List.copyOf(revisions.entrySet());
                items.accept(new FoundArchived(EntryNames.of(id), Kind.POST, () -> entries.post(id, names)));
            }
        });
    }

    /** Hands on the lines of a file; returns how many there are. */
    private long records(String name, Kind kind, Function<Fields, Archived> reader, Consumer<FoundItem> items) {
        var count = new AtomicLong();
        if (files.has(name)) {
            try {
                entries.lines(name, (number, text) -> {
                    count.incrementAndGet();
                    items.accept(
                            new FoundArchived(name + ", line " + number, kind, () -> reader.apply(entries.line(text))));
                });
            } catch (InvalidValueException invalid) {
                items.accept(new Unreadable(name, "", "the file " + invalid.getMessage()));
            } catch (IOException broken) {
                items.accept(new Unreadable(name, "", "the file is broken: " + broken.getMessage()));
            }
        }
        return count.get();
    }

    private Optional<FoundItem> compare(long series, long authors, long redirects) {
        if (manifest == null) {
            return Optional.of(
                    new Unreadable(
                            EntryNames.MANIFEST,
                            "",
                            "is missing or damaged: something may be missing from the export, too, and what is there was read"));
        }
        var revisions = posts.values().stream().mapToLong(Map::size).sum();
        var found = new Counts(posts.size(), revisions, pictures.size(), series, authors, redirects);
        return found.equals(manifest.counts())
                ? Optional.empty()
                : Optional.of(new Unreadable(
                        EntryNames.MANIFEST,
                        "",
                        "counts " + text(manifest.counts()) + "; the export has " + text(found)
                                + ": it was changed or is damaged"));
    }

    private static String text(Counts counts) {
        return counts.posts() + " posts with " + counts.revisions() + " revisions, " + counts.pictures() + " pictures, "
                + counts.series() + " series, " + counts.authors() + " authors and " + counts.redirects()
                + " redirects";
    }

    @Override
    public double progress() {
        var known = posts.size() + pictures.size();
        var others = manifest == null
                ? 0
                : manifest.counts().series()
                        + manifest.counts().authors()
                        + manifest.counts().redirects();
        return known + others <= 0 ? 0 : Math.min(1, (double) handedOn.get() / (known + others));
    }

    /** Pictures come by themselves. */
    @Override
    public Optional<byte[]> picture(String address, String location) {
        return Optional.empty();
    }

    @Override
    public void close() {
        files.close();
    }
}
