package org.vedette.post.notes;

class InMemoryNoteThreadsTests extends NoteThreadsContract {

    private final InMemoryNoteThreads threads = new InMemoryNoteThreads();

    @Override
    protected NoteThreads threads() {
        return threads;
    }
}
