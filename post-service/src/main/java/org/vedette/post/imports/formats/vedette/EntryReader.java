package org.vedette.post.imports.formats.vedette;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.vedette.post.archive.Archived.ArchivedPicture;
import org.vedette.post.archive.Archived.ArchivedPost;
import org.vedette.post.archive.EntryNames;
import org.vedette.post.archive.Fields;
import org.vedette.post.archive.PictureFields;
import org.vedette.post.archive.RevisionFields;
import org.vedette.post.archive.RevisionFields.Parts;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.imports.ImportLimits;
import org.vedette.post.imports.formats.texts.PackedFiles;
import org.vedette.post.imports.formats.texts.YamlReader;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the files of an export. What cannot be taken signals an {@link InvalidValueException}. */
final class EntryReader {

    private static final int MAX_LINE = 64 * 1024;

    /** A picture may become larger than its upload, as one that is kept without loss does. */
    private static final int PICTURE_GROWTH = 5;

    private final PackedFiles files;
    private final ImportLimits limits;

    EntryReader(PackedFiles files, ImportLimits limits) {
        this.files = files;
        this.limits = limits;
    }

    /** A line of a file, as it is: what is in it is read later. */
    @FunctionalInterface
    interface Lines {

        /**
         * Takes a line.
         *
         * @param number from 1
         */
        void line(int number, String text);
    }

    Fields fields(String name) {
        return new Fields(YamlReader.read(text(files.read(name, MAX_LINE)), "the file"));
    }

    Fields line(String text) {
        return new Fields(YamlReader.read(text, "the line"));
    }

    /** Hands on each line; one that is too long ends the file, because nobody knows what it is. */
    void lines(String name, Lines lines) throws IOException {
        var line = new ByteArrayOutputStream();
        var number = 0;
        try (var in = new BufferedInputStream(files.open(name, limits.unpackedBytes()))) {
            for (var next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                } else {
                    lines.line(++number, text(line.toByteArray()));
                    line.reset();
                }
                if (line.size() > MAX_LINE) {
                    throw new InvalidValueException(
                            "has a line of more than " + MAX_LINE + " bytes after line " + number);
                }
            }
        }
        if (line.size() > 0) {
            lines.line(++number, text(line.toByteArray()));
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw new InvalidValueException("is no text in UTF-8");
        }
    }

    ArchivedPicture picture(MediaId id) {
        var media = PictureFields.read(id, fields(EntryNames.of(id)));
        return new ArchivedPicture(media, file -> Mono.fromCallable(() -> content(media, file)));
    }

    private byte[] content(Media media, MediaFile file) {
        var name = EntryNames.of(media.id(), file);
        if (!files.has(name)) {
            throw new InvalidValueException("lacks its file " + file.name());
        }
        return files.read(name, (int) Math.min(Integer.MAX_VALUE - 8L, (long) limits.pictureBytes() * PICTURE_GROWTH));
    }

    /**
     * Reads a post.
     *
     * @param revisions numbers of the revisions that are there, in order, and the names of their files
     */
    ArchivedPost post(PostId id, List<Map.Entry<Long, String>> revisions) {
        var newest = revisions.get(revisions.size() - 1);
        var parts = parts(newest.getValue());
        var fields = new Fields(YamlReader.read(parts.fields(), "its front matter"));
        var known = RevisionFields.revisions(fields);
        if (known != revisions.size()) {
            throw new InvalidValueException(
                    known == 0
                            ? "lacks its newest revision"
                            : "has " + revisions.size() + " of its " + known + " revisions: export it again");
        }
        var current = requireNamed(RevisionFields.read(fields, parts.body()), id, newest.getKey());
        var former = revisions.subList(0, revisions.size() - 1);
        return new ArchivedPost(current, Flux.fromIterable(former).map(each -> former(id, each)));
    }

    private StoredRevision former(PostId id, Map.Entry<Long, String> revision) {
        try {
            var parts = parts(revision.getValue());
            var fields = new Fields(YamlReader.read(parts.fields(), "its front matter"));
            return requireNamed(RevisionFields.read(fields, parts.body()), id, revision.getKey());
        } catch (InvalidValueException invalid) {
            throw new InvalidValueException("revision " + revision.getKey() + ": " + invalid.getMessage());
        }
    }

    private Parts parts(String name) {
        return Parts.of(text(files.read(name, limits.textBytes())));
    }

    private static StoredRevision requireNamed(StoredRevision read, PostId id, long revision) {
        if (!read.post().id().equals(id) || read.post().revision().value() != revision) {
            throw new InvalidValueException("has another id or revision than the name of its file");
        }
        return read;
    }
}
