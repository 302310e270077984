package org.vedette.post.media;

class InMemoryMediaLibraryTests extends MediaLibraryContract {

    private final InMemoryMediaLibrary library = new InMemoryMediaLibrary();

    @Override
    protected MediaLibrary library() {
        return library;
    }
}
