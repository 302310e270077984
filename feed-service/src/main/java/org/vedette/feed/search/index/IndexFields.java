package org.vedette.feed.search.index;

/** Names of what is indexed of an entry. */
final class IndexFields {

    static final String ID = "id";

    /** Everything that is searched. */
    static final String ALL = "all";

    /** The title once more, so that it weighs more; stored to be shown. */
    static final String TITLE = "title";

    /** Standfirst, bylines, tags and series once more. */
    static final String LEAD = "lead";

    /** The body as it is shown, stored only. */
    static final String TEXT = "text";

    static final String SERIES = "series";
    static final String TAG = "tag";
    static final String AUTHOR = "author";
    static final String PUBLISHED = "published";

    private IndexFields() {}
}
