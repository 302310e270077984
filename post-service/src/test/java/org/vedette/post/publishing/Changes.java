package org.vedette.post.publishing;

import java.time.Instant;
import java.util.Set;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import org.vedette.post.requests.Person;

/** Changes by an editor, for tests. */
public final class Changes {

    public static final Person ADA = new Person("ada", "Ada Example");
    public static final Caller EDITOR = new Caller(ADA, true);
    public static final Edit BY_EDITOR = Edit.by(EDITOR);

    public static final Instant AT = Instant.parse("2026-11-02T09:30:00.456Z");

    private Changes() {}

    public static PostChange to(Post post) {
        return new PostChange(post, new RevisionInfo(post.revision(), ADA, AT, null, Set.of(PostField.BODY)));
    }

    public static PostChange to(Post post, OutboxEvent event) {
        return to(post).withEvent(event);
    }
}
