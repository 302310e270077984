package org.vedette.feed.search;

import java.util.Collection;
import org.vedette.feed.entries.ProjectedPost;

/** A new index that is filled beside the one that serves. Whatever is put into that one meanwhile is in this one too. */
public interface Rebuilding extends AutoCloseable {

    /** Takes in a batch; what is known in a later revision stays as it is. */
    void add(Collection<ProjectedPost> batch);

    /** Puts the new index in order, which takes a while, and lets it serve from then on. */
    void complete();

    /** Gives up the new index, unless it serves already. */
    @Override
    void close();
}
