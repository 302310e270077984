package org.vedette.post.authors;

class InMemoryAuthorNamesTests extends AuthorNamesContract {

    private final InMemoryAuthorNames names = new InMemoryAuthorNames();

    @Override
    protected AuthorNames names() {
        return names;
    }
}
