package org.vedette.post.renaming;

class InMemoryRenamingsTests extends RenamingsContract {

    private final InMemoryRenamings renamings = new InMemoryRenamings();

    @Override
    protected Renamings renamings() {
        return renamings;
    }
}
