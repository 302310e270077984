package org.vedette.post.studio.media.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.Link;

/**
 * A page of the list of pictures.
 *
 * @param isUnused whether only those are shown that no post uses
 * @param notice what came of the last request; null for nothing to say
 * @param error why a picture was not taken; null for nothing
 * @param alt text of a picture that was not taken
 * @param next path of the next page; null on the last one
 */
public record MediaPage(
        ApplicationLayout layout,
        boolean isUnused,
        @Nullable String notice,
        @Nullable String error,
        String alt,
        List<PictureRow> pictures,
        @Nullable String next) {

    public MediaPage {
        pictures = List.copyOf(pictures);
    }

    /**
     * A picture.
     *
     * @param address of the file in full size
     * @param thumbnail path of the smallest file that is good enough for the list
     * @param alt what it shows; empty when nobody said so
     * @param markdown ready to be put into a body
     * @param facts such as 1200 × 800, 230 KB, Jun 30, 2016, by Ada Example
     * @param usedIn posts that use it and that the person may read
     * @param usedInOthers number of the other posts that use it
     * @param inHistoryOf posts of which only earlier revisions use it
     * @param inHistoryOfOthers number of other posts of which earlier revisions use it
     * @param canChange whether the person may change and delete it
     */
    public record PictureRow(
            String id,
            String address,
            String thumbnail,
            int width,
            int height,
            String alt,
            String markdown,
            String facts,
            List<Link> usedIn,
            int usedInOthers,
            List<Link> inHistoryOf,
            int inHistoryOfOthers,
            boolean canChange) {

        public PictureRow {
            usedIn = List.copyOf(usedIn);
            inHistoryOf = List.copyOf(inHistoryOf);
        }

        public boolean isUsed() {
            return !usedIn.isEmpty() || usedInOthers > 0;
        }

        public boolean isInHistory() {
            return !inHistoryOf.isEmpty() || inHistoryOfOthers > 0;
        }

        /** Such as 2 posts of other people; empty for none. */
        public static String others(int count) {
            return switch (count) {
                case 0 -> "";
                case 1 -> "one post of somebody else";
                default -> count + " posts of other people";
            };
        }
    }
}
