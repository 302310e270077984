package org.vedette.post.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.PlainText;
import org.vedette.post.media.ImageFormat;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaService;

/** Maps pictures to what is known of them; their files lie beside it. */
public final class PictureFields {

    private static final String FORMAT = "format";
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";
    private static final int MAX_FILES = 20;
    private static final int MAX_SIDE = 99_999;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TAG = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern NAME =
            Pattern.compile("(?:original\\.png|[1-9]\\d{0,4}(?:x[1-9]\\d{0,4})?\\.(?:jpg|png|webp|gif))");

    private PictureFields() {}

    public static String write(Media media) {
        var address = media.address();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("sha256", media.sha256());
        fields.put("uploaded", media.format().name());
        fields.put(FORMAT, address.format().name());
        fields.put(WIDTH, address.width());
        fields.put(HEIGHT, address.height());
        fields.put("alt", media.alt());
        fields.put("uploadedBy", RecordFields.person(media.uploadedBy()));
        fields.put("uploadedAt", media.uploadedAt().toString());
        fields.put("files", media.files().stream().map(PictureFields::of).toList());
        return FieldWriter.line(fields);
    }

    private static Map<String, Object> of(MediaFile file) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", file.name());
        fields.put(FORMAT, file.format().name());
        fields.put(WIDTH, file.width());
        fields.put(HEIGHT, file.height());
        fields.put("size", file.size());
        fields.put("tag", file.tag());
        return fields;
    }

    /** The files have no keys yet. */
    public static Media read(MediaId id, Fields fields) {
        var sha256 = fields.value("sha256", text -> matching(SHA256, text));
        if (!sha256.startsWith(id.value())) {
            throw new InvalidValueException("is in the folder of another picture");
        }
        var files = Fields.named(
                "files",
                () -> fields.groups("files").stream().map(PictureFields::file).toList());
        var address = new MediaAddress(
                id, side(WIDTH, fields), side(HEIGHT, fields), fields.value(FORMAT, ImageFormat::valueOf));
        requireFullSize(address, files);
        return new Media(
                address,
                fields.value("uploaded", ImageFormat::valueOf),
                sha256,
                Fields.named("alt", () -> alt(fields.raw("alt"))),
                fields.group("uploadedBy")
                        .map(RecordFields::person)
                        .orElseThrow(() -> new InvalidValueException("has no field uploadedBy")),
                fields.instant("uploadedAt"),
                files);
    }

    private static void requireFullSize(MediaAddress address, List<MediaFile> files) {
        var names = files.stream().map(MediaFile::name).toList();
        if (files.isEmpty()
                || files.size() > MAX_FILES
                || names.stream().distinct().count() < names.size()
                || !names.get(0).equals(address.name())) {
            throw new InvalidValueException("must have its file in full size first, and each of its files once");
        }
    }

    private static MediaFile file(Fields fields) {
        return new MediaFile(
                fields.value("name", text -> matching(NAME, text)),
                fields.value(FORMAT, ImageFormat::valueOf),
                side(WIDTH, fields),
                side(HEIGHT, fields),
                fields.number("size"),
                fields.value("tag", text -> matching(TAG, text)),
                "");
    }

    private static int side(String name, Fields fields) {
        return fields.value(name, text -> {
            var side = Integer.parseInt(text);
            if (side < 1 || side > MAX_SIDE) {
                throw new InvalidValueException("must lie between 1 and " + MAX_SIDE);
            }
            return side;
        });
    }

    private static String alt(String text) {
        PlainText.requirePublishable(text);
        if (text.length() > MediaService.MAX_ALT) {
            throw new InvalidValueException("has more than " + MediaService.MAX_ALT + " characters");
        }
        return text;
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new InvalidValueException("is not valid");
        }
        return text;
    }
}
