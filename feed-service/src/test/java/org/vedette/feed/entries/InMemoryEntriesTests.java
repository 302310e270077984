package org.vedette.feed.entries;

class InMemoryEntriesTests extends EntriesContract {

    private final InMemoryEntries entries = new InMemoryEntries();

    @Override
    protected WritableEntries entries() {
        return entries;
    }
}
