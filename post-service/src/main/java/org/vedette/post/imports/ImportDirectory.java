package org.vedette.post.imports;

import java.nio.file.Path;

/** Where the files of imports are while they are read. */
public record ImportDirectory(Path path) {}
