package org.vedette.post.sharing.store;

import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.requests.Person;
import org.vedette.post.sharing.PreviewLink;

/** Maps links to documents; the only place that knows the field names. */
final class LinkDocuments {

    static final String ID = "_id";
    static final String POST = "post";
    private static final String LABEL = "label";
    static final String SECRET = "secretHash";
    static final String EXPIRES_AT = "expiresAt";

    /** Links were stored without a label at first; they lead to what everybody may see. */
    private static final String LABEL_OF_EARLIER_LINKS = Tlp.CLEAR.label();

    private LinkDocuments() {}

    static Document of(PreviewLink link) {
        return new Document(ID, link.id())
                .append(POST, link.post().value())
                .append(LABEL, link.label().label())
                .append(SECRET, link.secretHash())
                .append("by", link.by().id())
                .append("name", link.by().name())
                .append("createdAt", Date.from(link.createdAt()))
                .append(EXPIRES_AT, Date.from(link.expiresAt()));
    }

    static PreviewLink link(Document document) {
        return new PreviewLink(
                document.get(ID, UUID.class),
                new PostId(document.get(POST, UUID.class)),
                Tlp.of(document.get(LABEL, LABEL_OF_EARLIER_LINKS)),
                document.getString(SECRET),
                new Person(document.getString("by"), document.getString("name")),
                document.getDate("createdAt").toInstant(),
                document.getDate(EXPIRES_AT).toInstant());
    }
}
