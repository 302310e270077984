package org.vedette.post.media.store;

import java.util.Date;
import org.bson.Document;
import org.vedette.post.media.ImageFormat;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaId;
import org.vedette.post.requests.Person;

/** Maps pictures to documents; the only place that knows the field names. */
final class MediaDocuments {

    static final String ID = "_id";
    static final String ALT = "alt";
    static final String UPLOADED_AT = "uploadedAt";

    private static final String FORMAT = "format";
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";

    private MediaDocuments() {}

    static Document of(Media media) {
        var address = media.address();
        return new Document(ID, media.id().value())
                .append("sha256", media.sha256())
                .append("uploaded", media.format().name())
                .append(FORMAT, address.format().name())
                .append(WIDTH, address.width())
                .append(HEIGHT, address.height())
                .append(ALT, media.alt())
                .append(
                        "uploadedBy",
                        new Document("id", media.uploadedBy().id())
                                .append("name", media.uploadedBy().name()))
                .append(UPLOADED_AT, Date.from(media.uploadedAt()))
                .append("files", media.files().stream().map(MediaDocuments::of).toList());
    }

    private static Document of(MediaFile file) {
        return new Document("name", file.name())
                .append(FORMAT, file.format().name())
                .append(WIDTH, file.width())
                .append(HEIGHT, file.height())
                .append("size", file.size())
                .append("tag", file.tag())
                .append("key", file.key());
    }

    static Media media(Document document) {
        var uploader = document.get("uploadedBy", Document.class);
        return new Media(
                new MediaAddress(
                        new MediaId(document.getString(ID)),
                        document.getInteger(WIDTH),
                        document.getInteger(HEIGHT),
                        ImageFormat.valueOf(document.getString(FORMAT))),
                ImageFormat.valueOf(document.getString("uploaded")),
                document.getString("sha256"),
                document.getString(ALT),
                new Person(uploader.getString("id"), uploader.getString("name")),
                document.getDate(UPLOADED_AT).toInstant(),
                document.getList("files", Document.class).stream()
                        .map(MediaDocuments::file)
                        .toList());
    }

    private static MediaFile file(Document document) {
        return new MediaFile(
                document.getString("name"),
                ImageFormat.valueOf(document.getString(FORMAT)),
                document.getInteger(WIDTH),
                document.getInteger(HEIGHT),
                document.getLong("size"),
                document.getString("tag"),
                document.getString("key"));
    }
}
