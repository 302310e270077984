package org.vedette.post.imports.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.PlainText;
import org.vedette.post.imports.ImportException.UnknownFormatException;
import org.vedette.post.imports.ImportFile;
import org.vedette.post.imports.ImportFormats;
import org.vedette.post.imports.ImportLimits;
import org.vedette.post.imports.formats.ghost.GhostReader;
import org.vedette.post.imports.formats.markdown.MarkdownReader;
import org.vedette.post.imports.formats.texts.HtmlBodies;
import org.vedette.post.imports.formats.texts.ItemReader;
import org.vedette.post.imports.formats.texts.TextEncoding;
import org.vedette.post.imports.formats.texts.TextSource;
import org.vedette.post.imports.formats.vedette.VedetteExport;
import org.vedette.post.imports.formats.wordpress.WxrReader;
import org.vedette.post.markup.MarkdownConverter;

/** Opens files of all formats; what they begin with decides which one it is. */
@Component
final class ImportFileOpener implements ImportFormats {

    private static final int BEGINNING = 16 * 1024;
    private static final Pattern GHOST = Pattern.compile("(?s)\\s*\\{.{0,200}?\"(?:db|data|meta|posts)\"\\s*:.*");
    private static final Pattern JSON = Pattern.compile("(?s)\\s*[\\[{]\\s*[\"{\\[}\\]].*");
    private static final Pattern MARKDOWN_FILE = Pattern.compile("(?i).*\\.(md|markdown)");
    private static final Pattern EXPORT_FILE = Pattern.compile("(?i).*\\.(xml|wxr|json)");

    private final ImportLimits limits;
    private final WxrReader wordPress;
    private final GhostReader ghost;
    private final MarkdownReader markdown;

    ImportFileOpener(MarkdownConverter converter, ImportLimits limits, ZoneId siteZone, Clock clock) {
        var bodies = new HtmlBodies(converter);
        this.limits = limits;
        this.wordPress = new WxrReader(bodies, limits, siteZone, clock);
        this.ghost = new GhostReader(bodies, clock);
        this.markdown = new MarkdownReader(limits, siteZone, clock);
    }

    @Override
    public ImportFile open(Path file, String name) {
        try {
            var channel = FileChannel.open(file);
            try {
                return open(file, name, channel);
            } catch (RuntimeException | IOException refusal) {
                channel.close();
                throw refusal;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportFile open(Path file, String name, FileChannel channel) throws IOException {
        var begin = beginning(stream(channel));
        if (begin.startsWith("PK")) {
            channel.close();
            return ofArchive(ArchiveFile.open(file, limits));
        }
        var format = formatOf(begin)
                .or(() -> isMarkdown(begin) ? Optional.of(Format.MARKDOWN) : Optional.empty())
                .orElseThrow(() -> new UnknownFormatException(unknown(begin)));
        var text =
                new TextSource(format == Format.MARKDOWN ? plainName(name) : "", () -> stream(channel), channel.size());
        return new FoundFile(format.shown, List.of(text), reader(format), channel);
    }

    private static String unknown(String begin) {
        if (begin.isBlank()) {
            return "The file is empty";
        }
        if (JSON.matcher(begin).matches()) {
            return "The file is JSON, but no export of Ghost: it has no list db[0].data.posts";
        }
        return begin.indexOf('\0') < 0
                ? "The file is none that is known"
                : "The file is none that is known (a text in UTF-16 needs a byte order mark: save it as UTF-8)";
    }

    /** Without folders, as some browsers send them. */
    private static String plainName(String name) {
        return PlainText.publishable(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
                .strip();
    }

    /** A format, and what people call it. */
    private enum Format {
        WORDPRESS("WordPress"),
        GHOST("Ghost"),
        MARKDOWN("Markdown");

        private final String shown;

        Format(String shown) {
            this.shown = shown;
        }
    }

    /** The file from its beginning; closing this leaves it open. */
    private static InputStream stream(FileChannel channel) throws IOException {
        return new FilterInputStream(Channels.newInputStream(channel.position(0))) {
            @Override
            public void close() {
                // The channel is read again, and closed with the import.
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return in.read(buffer, offset, length);
            }
        };
    }

    private static String beginning(InputStream in) throws IOException {
        var begin = in.readNBytes(BEGINNING);
        return encoding(begin).beginning(begin);
    }

    /** What declares an encoding that is not known is refused when it is read. */
    private static TextEncoding encoding(byte[] begin) {
        try {
            return TextEncoding.ofXml(begin);
        } catch (InvalidValueException unknown) {
            return TextEncoding.of(begin);
        }
    }

    private static Optional<Format> formatOf(String text) {
        if (text.contains("<rss") && text.contains("wordpress.org/export/")) {
            return Optional.of(Format.WORDPRESS);
        }
        return GHOST.matcher(text).matches() ? Optional.of(Format.GHOST) : Optional.empty();
    }

    private static boolean isMarkdown(String begin) {
        return begin.startsWith("---") || begin.startsWith("+++") || begin.startsWith("# ");
    }

    private ItemReader reader(Format format) {
        return switch (format) {
            case WORDPRESS -> wordPress;
            case GHOST -> ghost;
            case MARKDOWN -> markdown;
        };
    }

    /** The exports in an archive, or its Markdown when there are none. */
    private ImportFile ofArchive(ArchiveFile archive) {
        if (VedetteExport.isOne(archive, limits)) {
            return export(archive);
        }
        for (var format : List.of(Format.WORDPRESS, Format.GHOST)) {
            var texts = archive.names().stream()
                    .filter(name -> EXPORT_FILE.matcher(name).matches())
                    .filter(name ->
                            formatIn(archive, name).filter(format::equals).isPresent())
                    .toList();
            if (!texts.isEmpty()) {
                return found(format, texts, archive);
            }
        }
        var texts = archive.names().stream()
                .filter(name -> MARKDOWN_FILE.matcher(name).matches())
                .sorted()
                .toList();
        if (texts.isEmpty()) {
            archive.close();
            throw new UnknownFormatException("The zip has neither an export nor Markdown");
        }
        return found(Format.MARKDOWN, texts, archive);
    }

    private ImportFile export(ArchiveFile archive) {
        try {
            return VedetteExport.open(archive, limits);
        } catch (InvalidValueException newer) {
            archive.close();
            throw new UnknownFormatException("The manifest of the export " + newer.getMessage());
        }
    }

    private static Optional<Format> formatIn(ArchiveFile archive, String name) {
        try (var in = archive.open(name, BEGINNING)) {
            return formatOf(beginning(in));
        } catch (IOException | InvalidValueException unreadable) {
            return Optional.empty();
        }
    }

    private ImportFile found(Format format, List<String> names, ArchiveFile archive) {
        var pictures = new ArchivePictures(archive, limits.pictureBytes());
        var texts = names.stream()
                .map(name -> new TextSource(name, () -> archive.open(name, limits.unpackedBytes()), archive.size(name)))
                .toList();
        return new FoundFile(format.shown, texts, reader(format), archive)
                .with(pictures)
                .with(archive.refusedNames());
    }
}
