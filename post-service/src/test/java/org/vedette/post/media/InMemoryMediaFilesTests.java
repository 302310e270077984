package org.vedette.post.media;

import java.time.Clock;

class InMemoryMediaFilesTests extends MediaFilesContract {

    private final InMemoryMediaFiles files = new InMemoryMediaFiles(Clock.systemUTC());

    @Override
    protected MediaFiles files() {
        return files;
    }
}
