package org.vedette.post.media;

import java.util.List;
import org.vedette.post.media.MediaUsage.Use;
import org.vedette.post.requests.Caller;

/**
 * Where a picture is used, as far as somebody may know.
 *
 * @param visible uses in posts that they may read
 * @param hidden number of other posts that use it
 */
public record MediaUses(List<Use> visible, int hidden) {

    public MediaUses {
        visible = List.copyOf(visible);
    }

    /** @param uses of any pictures */
    static MediaUses of(MediaId picture, List<Use> uses, Caller caller) {
        var all = uses.stream().filter(use -> use.media().equals(picture)).toList();
        var visible = all.stream().filter(use -> use.isVisibleTo(caller)).toList();
        return new MediaUses(visible, all.size() - visible.size());
    }

    public boolean isEmpty() {
        return visible.isEmpty() && hidden == 0;
    }
}
