package org.vedette.starter.templates;

import gg.jte.CodeResolver;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads each template from the first of several folders that has it. */
final class DirectoriesCodeResolver implements CodeResolver {

    private final List<CodeResolver> directories;

    DirectoriesCodeResolver(List<Path> directories) {
        this.directories = directories.stream()
                .<CodeResolver>map(DirectoryCodeResolver::new)
                .toList();
    }

    @Override
    public @Nullable String resolve(String name) {
        return having(name)
                .map(directory -> directory.resolve(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public long getLastModified(String name) {
        return having(name)
                .map(directory -> directory.getLastModified(name))
                .findFirst()
                .orElse(0L);
    }

    @Override
    public List<String> resolveAllTemplateNames() {
        return directories.stream()
                .flatMap(directory -> directory.resolveAllTemplateNames().stream())
                .distinct()
                .toList();
    }

    private Stream<CodeResolver> having(String name) {
        return directories.stream().filter(directory -> directory.exists(name));
    }
}
