package org.vedette.post.restoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.PostId;

/**
 * What came of something from an export.
 *
 * @param isNew false when it was here already, and nothing was written
 * @param post the post that it is; null for anything else
 * @param notes what people should look at
 */
public record Restored(boolean isNew, @Nullable PostId post, List<String> notes) {

    public Restored {
        notes = List.copyOf(notes);
    }

    static Restored of(boolean isNew) {
        return new Restored(isNew, null, List.of());
    }
}
