package org.vedette.post.redirects.store;

import java.util.Date;
import org.bson.Document;
import org.vedette.post.redirects.OldPath;
import org.vedette.post.redirects.Redirect;
import org.vedette.post.redirects.Redirects.Change;
import org.vedette.post.redirects.Target;
import org.vedette.post.requests.Person;

/** Maps redirects to documents; the only place that knows the field names. */
final class RedirectDocuments {

    static final String FROM = "_id";
    static final String TO = "to";
    static final String REVISION = "revision";

    /** True while the newest change was not sent, else absent. */
    static final String PENDING = "pending";

    /** True once the redirect ended, else absent; the document stays until that was sent. */
    static final String ENDED = "ended";

    private static final String BY = "by";
    private static final String AT = "at";

    private RedirectDocuments() {}

    static Document of(Redirect redirect) {
        return fields(redirect).append(FROM, redirect.from().value()).append(REVISION, 1L);
    }

    /** What a redirect says that takes the place of an ended one. */
    static Document fields(Redirect redirect) {
        return new Document(TO, redirect.to().value())
                .append(
                        BY,
                        new Document("id", redirect.by().id())
                                .append("name", redirect.by().name()))
                .append(AT, Date.from(redirect.at()))
                .append(PENDING, true);
    }

    static Redirect redirect(Document document) {
        var by = document.get(BY, Document.class);
        return new Redirect(
                new OldPath(document.getString(FROM)),
                new Target(document.getString(TO)),
                new Person(by.getString("id"), by.getString("name")),
                document.getDate(AT).toInstant());
    }

    static Change change(Document document) {
        return new Change(
                new OldPath(document.getString(FROM)),
                document.getBoolean(ENDED, false) ? null : new Target(document.getString(TO)),
                document.getLong(REVISION));
    }
}
