package org.vedette.feed.entries;

class InMemoryEntriesTests extends EntriesContract {

    private final InMemoryEntries entries = new InMemoryEntries();

    @Override
    protected Entries entries() {
        return entries;
    }
}
