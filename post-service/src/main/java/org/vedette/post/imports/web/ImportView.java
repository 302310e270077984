package org.vedette.post.imports.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vedette.post.imports.Import;
import org.vedette.post.imports.Import.ItemResult;

/**
 * An import in responses to editors.
 *
 * @param state waiting, running, finished, failed or interrupted
 * @param progress how much of the file was read, from 0 to 1
 * @param publicPosts those of the created that everybody reads
 * @param drafts those of the created that are drafts
 * @param items in the order of the file; not all when there are thousands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        String id,
        String fileName,
        String format,
        boolean dryRun,
        String state,
        double progress,
        int created,
        @JsonProperty("public") int publicPosts,
        int drafts,
        int skipped,
        int failed,
        @Nullable String failure,
        String startedBy,
        Instant startedAt,
        Instant updatedAt,
        List<ItemView> items) {

    /**
     * What came of one item.
     *
     * @param readers of a post that was created: everybody, signed-in or writers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String location,
            String title,
            String outcome,
            @Nullable String post,
            @Nullable String readers,
            String message) {

        static ItemView of(ItemResult item) {
            return new ItemView(
                    item.location(),
                    item.title(),
                    lower(item.outcome()),
                    item.post() == null ? null : item.post().toString(),
                    item.readers() == null ? null : lower(item.readers()).replace('_', '-'),
                    item.message());
        }
    }

    static ImportView of(Import one) {
        return new ImportView(
                one.id().toString(),
                one.fileName(),
                one.format(),
                one.isDryRun(),
                lower(one.state()),
                one.progress(),
                one.counts().created(),
                one.counts().publicPosts(),
                one.counts().drafts(),
                one.counts().skipped(),
                one.counts().failed(),
                one.failure(),
                one.by().name(),
                one.startedAt(),
                one.updatedAt(),
                one.items().stream().map(ItemView::of).toList());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
