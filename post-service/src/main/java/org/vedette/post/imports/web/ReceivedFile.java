package org.vedette.post.imports.web;

import java.nio.file.Path;

/**
 * A file that somebody sent, in the directory for temporary files.
 *
 * @param name as the sender called it; empty when nobody said
 * @param isDryRun whether the form asks for a dry run
 */
public record ReceivedFile(Path path, String name, boolean isDryRun) {}
