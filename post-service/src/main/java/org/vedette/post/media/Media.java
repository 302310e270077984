package org.vedette.post.media;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Person;

/**
 * A picture in the library.
 *
 * @param address of the file in full size
 * @param format of the file that was uploaded
 * @param sha256 of the file that was uploaded, which is not kept
 * @param alt what the picture shows, in words; empty when nobody said
 * @param uploadedBy who uploaded it first
 * @param files what the public gets
 */
public record Media(
        MediaAddress address,
        ImageFormat format,
        String sha256,
        String alt,
        Person uploadedBy,
        Instant uploadedAt,
        List<MediaFile> files) {

    public Media {
        files = List.copyOf(files);
    }

    public MediaId id() {
        return address.id();
    }

    /** Of all files, in bytes. */
    public long size() {
        return files.stream().mapToLong(MediaFile::size).sum();
    }

    public Optional<MediaFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** What shows the same in place of a variant that was not made: the narrowest file that is as wide, or the widest. */
    public MediaFile substitute(int width) {
        var byWidth = Comparator.comparingInt(MediaFile::width).thenComparing(MediaFile::size);
        var shown = files.stream()
                .filter(file -> file.format() == address.plainFormat())
                .toList();
        return Objects.requireNonNull(shown.stream()
                .filter(file -> file.width() >= width)
                .min(byWidth)
                .or(() -> shown.stream().max(byWidth))
                .orElse(files.get(0)));
    }

    public boolean mayBeChangedBy(Caller caller) {
        return caller.isEditor() || uploadedBy.id().equals(caller.person().id());
    }

    public Media withAlt(String text) {
        return new Media(address, format, sha256, text, uploadedBy, uploadedAt, files);
    }
}
