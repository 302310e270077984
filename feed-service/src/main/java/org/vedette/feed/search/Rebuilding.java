package org.vedette.feed.search;

import java.util.Collection;
import org.vedette.feed.entries.Projected;

/** A new index that is filled beside the one that serves. Whatever is put into that one meanwhile is in this one too. */
public interface Rebuilding extends AutoCloseable {

    /** Takes in a batch; what is known in a later revision stays as it is. */
    void add(Collection<Projected> batch);

    /** Lets the new index serve from now on. */
    void complete();

    /** Gives up the new index, unless it serves already. */
    @Override
    void close();
}
