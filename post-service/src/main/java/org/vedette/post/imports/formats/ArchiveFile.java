package org.vedette.post.imports.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.ImportException.UnknownFormatException;
import org.vedette.post.imports.ImportLimits;
import org.vedette.post.imports.formats.markdown.MarkdownReader;
import org.vedette.post.imports.formats.texts.PackedFiles;

/**
 * A zip, whose files are read one by one and written nowhere. What its directory says of sizes is not believed: what comes out
 * is counted.
 */
final class ArchiveFile implements PackedFiles {

    /** A text that was packed tighter than any text is. */
    private static final int MAX_RATIO = 200;

    /** Small files may be packed as tightly as they like. */
    private static final long ALWAYS_UNPACKED = 1024 * 1024;

    private final ZipFile zip;
    private final Map<String, ZipEntry> files;
    private final List<String> refused;
    private final ImportLimits limits;
    private final AtomicLong unpackedBytes = new AtomicLong();
    private final Map<String, AtomicLong> bytesByName = new ConcurrentHashMap<>();

    private ArchiveFile(ZipFile zip, Map<String, ZipEntry> files, List<String> refused, ImportLimits limits) {
        this.zip = zip;
        this.files = files;
        this.refused = refused;
        this.limits = limits;
    }

    static ArchiveFile open(Path path, ImportLimits limits) {
        try {
            var zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            try {
                return of(zip, limits);
            } catch (RuntimeException refusal) {
                zip.close();
                throw refusal;
            }
        } catch (ZipException broken) {
            throw new UnknownFormatException(
                    "The file begins as a zip, but is broken or cut off (" + broken.getMessage() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArchiveFile of(ZipFile zip, ImportLimits limits) {
        if (zip.size() > limits.entries()) {
            throw new UnknownFormatException(
                    "The zip has " + zip.size() + " files, and at most " + limits.entries() + " are taken");
        }
        var files = new LinkedHashMap<String, ZipEntry>();
        var refused = new ArrayList<String>();
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            var name = entry.getName();
            if (!isPlain(name)) {
                refused.add(name);
            } else if (!isHidden(name)) {
                files.putIfAbsent(name, entry);
            }
        });
        return new ArchiveFile(zip, withoutCommonFolder(files), refused, limits);
    }

    /** False for names that would lead out of the folder that the archive was unpacked into. */
    private static boolean isPlain(String name) {
        return !name.startsWith("/")
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.chars().noneMatch(Character::isISOControl)
                && List.of(name.split("/", -1)).stream()
                        .noneMatch(segment -> segment.isEmpty() || segment.equals("..") || segment.equals("."));
    }

    /** What operating systems and editors leave behind. */
    private static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/") || name.startsWith(".") || name.contains("/.");
    }

    /** A folder may be packed with its name or without, as long as the name says nothing of the posts in it. */
    private static Map<String, ZipEntry> withoutCommonFolder(Map<String, ZipEntry> files) {
        var folders = files.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .distinct()
                .toList();
        if (folders.size() != 1 || folders.get(0).isEmpty() || MarkdownReader.isOfDrafts(folders.get(0))) {
            return files;
        }
        var inside = new LinkedHashMap<String, ZipEntry>();
        files.forEach((name, entry) -> inside.put(name.substring(folders.get(0).length()), entry));
        return inside;
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public List<String> refusedNames() {
        return refused;
    }

    @Override
    public boolean has(String name) {
        return files.containsKey(name);
    }

    /** What the directory says; 0 when it does not. */
    long size(String name) {
        var entry = files.get(name);
        return entry == null ? 0 : Math.max(0, entry.getSize());
    }

    @Override
    public InputStream open(String name, long max) {
        var entry = Objects.requireNonNull(files.get(name));
        try {
            var counted = bytesByName.computeIfAbsent(name, first -> new AtomicLong());
            return new CountedStream(zip.getInputStream(entry), max, entry.getCompressedSize(), counted);
        } catch (IOException broken) {
            throw new InvalidValueException("is broken: " + broken.getMessage());
        }
    }

    @Override
    public byte[] read(String name, int max) {
        try (var content = open(name, max)) {
            var bytes = content.readAllBytes();
            requireIntact(Objects.requireNonNull(files.get(name)), bytes);
            return bytes;
        } catch (IOException broken) {
            throw new InvalidValueException("is broken: " + broken.getMessage());
        }
    }

    /** A zip does not compare checksums where its files are read one by one. */
    private static void requireIntact(ZipEntry entry, byte[] content) {
        var checksum = new CRC32();
        checksum.update(content);
        if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
            throw new InvalidValueException("is damaged: its checksum is wrong");
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts what comes out of a file, and of all files together; what is read once more is counted once. */
    private final class CountedStream extends FilterInputStream {

        private final AtomicLong read = new AtomicLong();
        private final long max;
        private final long packed;
        private final AtomicLong counted;

        CountedStream(InputStream in, long max, long packed, AtomicLong counted) {
            super(in);
            this.max = max;
            this.packed = Math.max(1, packed);
            this.counted = counted;
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = super.read(buffer, offset, length);
            if (count > 0) {
                count(count);
            }
            return count;
        }

        private void count(int bytes) {
            var soFar = read.addAndGet(bytes);
            if (soFar > max) {
                throw new InvalidValueException("has more than " + max + " bytes");
            }
            if (soFar > ALWAYS_UNPACKED && soFar / packed > MAX_RATIO) {
                throw new InvalidValueException(
                        "is packed more than " + MAX_RATIO + " times, as only files are that are made to do harm");
            }
            var before = counted.getAndAccumulate(soFar, Math::max);
            if (unpackedBytes.addAndGet(Math.max(0, soFar - before)) > limits.unpackedBytes()) {
                throw new InvalidValueException(
                        "would make the zip larger than " + limits.unpackedBytes() + " bytes unpacked");
            }
        }
    }
}
