package org.vedette.post.authors.store;

import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.vedette.post.authors.AuthorName;
import org.vedette.post.authors.AuthorSlug;

/** Maps the names of authors to documents; the only place that knows the field names. */
final class AuthorDocuments {

    /** The name. */
    static final String ID = "_id";

    static final String SLUG = "slug";
    static final String MERGED_INTO = "mergedInto";

    /** The mark by which the names are found whose posts are to be published again: true, or absent. */
    static final String REPUBLISHING = "republishing";

    static final String REPUBLISH_UNTIL = "republishUntil";

    private AuthorDocuments() {}

    static Document of(AuthorName name) {
        var document = new Document(ID, name.name()).append(SLUG, name.slug().value());
        if (name.mergedInto() != null) {
            document.append(MERGED_INTO, name.mergedInto().value());
        }
        if (name.republishUntil() != null) {
            document.append(REPUBLISHING, true).append(REPUBLISH_UNTIL, Date.from(name.republishUntil()));
        }
        return document;
    }

    static AuthorName name(Document document) {
        return new AuthorName(
                document.getString(ID),
                new AuthorSlug(document.getString(SLUG)),
                Optional.ofNullable(document.getString(MERGED_INTO))
                        .map(AuthorSlug::new)
                        .orElse(null),
                Optional.ofNullable(document.getDate(REPUBLISH_UNTIL))
                        .map(Date::toInstant)
                        .orElse(null));
    }
}
