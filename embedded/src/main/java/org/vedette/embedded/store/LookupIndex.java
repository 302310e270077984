package org.vedette.embedded.store;

import java.util.List;
import java.util.stream.Stream;

/** An index that the planner may ask. */
interface LookupIndex {

    /** The paths of the index, in order. */
    List<String> paths();

    /** False when a document could match by these paths without being found here. */
    boolean findsEveryMatch();

    /** Whether at most one document has the same values. */
    boolean isUnique();

    /** Where the documents are that may have these values, one for each path. */
    Stream<StoreKey> lookUp(List<Object> values);
}
