package org.vedette.feed.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnreadableEntriesTests {

    private static final UUID POST = UUID.fromString("0193bfa5-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0193bfa5-0000-7000-8000-000000000002");

    private final UnreadableEntries unreadable = new UnreadableEntries();

    @Test
    void aPostThatIsLeftOutInSeveralPlacesIsOne() {
        leaveOut("entries", POST);
        leaveOut("entries", POST);
        leaveOut(UnreadableEntries.SEARCH, POST);
        leaveOut(UnreadableEntries.CHANGES, OTHER);

        assertThat(unreadable.affecting("entries")).containsExactly(POST.toString(), OTHER.toString());
    }

    @Test
    void whatIsUnreadableInAnotherVersionIsNotMissed() {
        leaveOut("entries_1", POST);

        assertThat(unreadable.affecting("entries")).isEmpty();
    }

    @Test
    void whatIsFineAgainIsNotMissedAnyMore() {
        leaveOut("entries", POST);
        leaveOut("entries", OTHER);

        unreadable.resolve("entries", POST);

        assertThat(unreadable.affecting("entries")).containsExactly(OTHER.toString());
    }

    @Test
    void aDroppedVersionIsForgotten() {
        leaveOut(UnreadableEntries.SEARCH, POST);
        leaveOut("entries", OTHER);

        unreadable.clear(UnreadableEntries.SEARCH);

        assertThat(unreadable.affecting("entries")).containsExactly(OTHER.toString());
    }

    private void leaveOut(String version, UUID post) {
        unreadable.report(version, post, new IllegalStateException("name is missing"));
    }
}
