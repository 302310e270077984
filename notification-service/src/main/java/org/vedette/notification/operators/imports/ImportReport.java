package org.vedette.notification.operators.imports;

import java.util.List;

/**
 * What came of an import, or would come of it.
 *
 * @param dryRun whether nothing was stored
 * @param rows how many rows there were, without the first
 * @param added how many subscribers were added, and get mail
 * @param addedEnded how many were added who have left or are suppressed, so that they stay so
 * @param known how many were known already, and stay as they are
 * @param notConfirmed how many have not confirmed in the other system, and are left out
 * @param erased how many had themselves erased here, and are left out
 * @param refused how many could not be imported
 * @param refusals why, for the first of them
 */
public record ImportReport(
        boolean dryRun,
        long rows,
        long added,
        long addedEnded,
        long known,
        long notConfirmed,
        long erased,
        long refused,
        List<Refusal> refusals) {

    static final int MOST_REFUSALS = 100;

    public ImportReport {
        refusals = List.copyOf(refusals);
    }

    /** Why a row could not be imported. */
    public record Refusal(long line, String reason) {}
}
