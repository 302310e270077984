package org.vedette.notification.studio.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * One alert or digest.
 *
 * @param notice what has just been done; null for nothing
 * @param refusal why something was not done; null for nothing
 * @param stopped says that all mail is stopped; null while it is not
 * @param status how far it is, as a sentence
 * @param counts the states of its mails; the first is the sum of the others
 * @param facts what else is known
 * @param reasons why mails wait or failed
 * @param steps what operators did
 * @param actions what can be done now
 * @param controlPath where the forms of actions are sent
 * @param testPath where the form of a test mail is sent; null where there is none
 * @param postPath the post in the studio; null for a digest
 */
public record AlertPage(
        ApplicationLayout layout,
        String title,
        @Nullable String notice,
        @Nullable String refusal,
        @Nullable String stopped,
        String status,
        List<Fact> counts,
        List<Fact> facts,
        List<Reason> reasons,
        List<Step> steps,
        List<Action> actions,
        String controlPath,
        @Nullable String testPath,
        @Nullable String postPath) {

    public AlertPage {
        counts = List.copyOf(counts);
        facts = List.copyOf(facts);
        reasons = List.copyOf(reasons);
        steps = List.copyOf(steps);
        actions = List.copyOf(actions);
    }

    /** A line of what is known. */
    public record Fact(String label, String text) {}

    /** What so many mail servers, or we, said. */
    public record Reason(String state, String count, String text) {}

    /** What somebody did. */
    public record Step(String at, String by, String what) {}

    /**
     * What can be done.
     *
     * @param name as the form sends it
     * @param text what the button says
     * @param explanation what comes of it
     * @param certain whether somebody has to say that they are sure
     */
    public record Action(String name, String text, String explanation, boolean certain) {}
}
