package org.vedette.post.studio.posts.web;

import java.util.List;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.Link;

/**
 * The first page of the studio.
 *
 * @param problems schedules that failed or came too late
 * @param ready drafts that wait for an editor
 * @param today what is due today
 * @param scheduled what is due later, the next first, at most a hundred
 * @param drafts the newest ones
 * @param published those that were published last
 * @param missed issues of series that are due, with the way to write them
 */
public record OverviewPage(
        ApplicationLayout layout,
        List<PostRow> problems,
        List<PostRow> ready,
        List<PostRow> today,
        List<PostRow> scheduled,
        List<PostRow> drafts,
        List<PostRow> published,
        List<Link> missed) {

    public OverviewPage {
        problems = List.copyOf(problems);
        ready = List.copyOf(ready);
        today = List.copyOf(today);
        scheduled = List.copyOf(scheduled);
        drafts = List.copyOf(drafts);
        published = List.copyOf(published);
        missed = List.copyOf(missed);
    }
}
