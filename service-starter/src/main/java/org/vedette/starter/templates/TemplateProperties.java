package org.vedette.starter.templates;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the templates of a service.
 *
 * @param packageName package of the precompiled templates, set by the service itself. Without it there is no template
 *     engine
 * @param directories source folders of the templates, for development: a changed template takes effect with the next
 *     request. A template is taken from the first of them that has it. Default: none, the precompiled templates are used
 */
@ConfigurationProperties("vedette.templates")
record TemplateProperties(String packageName, @DefaultValue List<Path> directories) {

    TemplateProperties {
        // An empty environment variable counts as unset.
        directories = directories.stream()
                .filter(directory -> !directory.toString().isBlank())
                .toList();
    }
}
