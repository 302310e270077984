package org.vedette.post.publishing.store;

import org.bson.Document;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.publishing.Posts.ImportedPost;

/** Maps what only imported posts have to fields of their documents. */
final class ImportDocuments {

    /** Names the post in the archive that it comes from, unique; absent in posts that were written here. */
    static final String SOURCE = "source";

    private ImportDocuments() {}

    /** What an import says of a post, whatever its revisions say; lists of other replicas follow the second in which it came. */
    static Document imported(Document document, ImportedPost imported) {
        document.remove(RevisionDocuments.WRITER);
        if (imported.writer() != null) {
            document.append(RevisionDocuments.WRITER, imported.writer());
        }
        return document.append(SOURCE, imported.source())
                .append(PostDocuments.STORED_IN, imported.at().getEpochSecond());
    }

    /** The document of a post as it was when a former revision was the current one. */
    static Document former(StoredRevision revision) {
        return PostDocuments.of(revision.post())
                .append(RevisionDocuments.CHANGE, RevisionDocuments.change(revision.info()));
    }
}
