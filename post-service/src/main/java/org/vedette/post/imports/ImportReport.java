package org.vedette.post.imports;

import java.util.ArrayList;
import java.util.List;
import org.vedette.post.imports.Import.Counts;
import org.vedette.post.imports.Import.ItemResult;
import org.vedette.post.imports.Import.Outcome;
import org.vedette.starter.ThreadConfined;

/** What came of the items so far. It keeps so many that an import stays small enough to be stored and shown. */
@ThreadConfined("the thread of its import")
final class ImportReport {

    static final int MAX_ITEMS = 2_000;

    /** What failed is kept where there is no room for the rest any more. */
    private static final int MAX_FAILED = 1_000;

    private final List<ItemResult> items = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private int extra;

    void add(ItemResult item) {
        counts = counts.plus(item);
        if (items.size() - extra < MAX_ITEMS) {
            items.add(item);
        } else if (item.outcome() == Outcome.FAILED && extra < MAX_FAILED) {
            items.add(item);
            extra++;
        }
    }

    Counts counts() {
        return counts;
    }

    List<ItemResult> items() {
        return List.copyOf(items);
    }
}
