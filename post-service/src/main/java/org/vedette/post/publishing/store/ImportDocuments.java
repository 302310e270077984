package org.vedette.post.publishing.store;

import org.bson.Document;
import org.vedette.post.history.StoredRevision;

/** Maps what only imported posts have to fields of their documents. */
final class ImportDocuments {

    /** Names the post in the archive that it comes from, unique; absent in posts that were written here. */
    static final String SOURCE = "source";

    private ImportDocuments() {}

    /** The document of a post as it was when a former revision was the current one. */
    static Document former(StoredRevision revision) {
        return PostDocuments.of(revision.post())
                .append(RevisionDocuments.CHANGE, RevisionDocuments.change(revision.info()));
    }
}
