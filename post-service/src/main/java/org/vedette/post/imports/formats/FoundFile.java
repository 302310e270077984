package org.vedette.post.imports.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.FoundItem;
import org.vedette.post.imports.FoundItem.Unreadable;
import org.vedette.post.imports.ImportFile;
import org.vedette.post.imports.formats.texts.ItemReader;
import org.vedette.post.imports.formats.texts.TextSource;

/** An open file: the texts of one format, and the pictures beside them. */
final class FoundFile implements ImportFile {

    private final String format;
    private final List<TextSource> texts;
    private final ItemReader reader;
    private final AutoCloseable file;
    private final @Nullable ArchivePictures pictures;
    private final List<String> refusedNames;
    private final AtomicLong read = new AtomicLong();

    FoundFile(String format, List<TextSource> texts, ItemReader reader, AutoCloseable file) {
        this(format, texts, reader, file, null, List.of());
    }

    private FoundFile(
            String format,
            List<TextSource> texts,
            ItemReader reader,
            AutoCloseable file,
            @Nullable ArchivePictures pictures,
            List<String> refusedNames) {
        this.format = format;
        this.texts = texts;
        this.reader = reader;
        this.file = file;
        this.pictures = pictures;
        this.refusedNames = refusedNames;
    }

    FoundFile with(ArchivePictures others) {
        return new FoundFile(format, texts, reader, file, others, refusedNames);
    }

    /** The same, which reports files of an archive whose names lead out of it. */
    FoundFile with(List<String> refused) {
        return new FoundFile(format, texts, reader, file, pictures, refused);
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public void readItems(Consumer<FoundItem> items) {
        for (var name : refusedNames) {
            items.accept(new Unreadable(name, "", "has a name that leads out of the zip, and was not read"));
        }
        for (var text : texts) {
            try {
                reader.read(text, items, read);
            } catch (InvalidValueException refusal) {
                items.accept(new Unreadable(location(text), "", "the file " + refusal.getMessage()));
            } catch (IOException broken) {
                items.accept(new Unreadable(location(text), "", "the file is broken: " + broken.getMessage()));
            }
        }
    }

    private static String location(TextSource text) {
        return text.name().isEmpty() ? "the file" : text.name();
    }

    @Override
    public double progress() {
        var all = texts.stream().mapToLong(TextSource::size).sum();
        return all <= 0 ? 0 : Math.min(1, (double) read.get() / all);
    }

    @Override
    public Optional<byte[]> picture(String address, String location) {
        return pictures == null ? Optional.empty() : pictures.find(address, location);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException("could not close the file of an import", e));
        }
    }
}
