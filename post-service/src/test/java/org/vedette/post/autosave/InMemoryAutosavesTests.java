package org.vedette.post.autosave;

class InMemoryAutosavesTests extends AutosavesContract {

    private final InMemoryAutosaves autosaves = new InMemoryAutosaves();

    @Override
    protected Autosaves autosaves() {
        return autosaves;
    }
}
