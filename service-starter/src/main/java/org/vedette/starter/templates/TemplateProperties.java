package org.vedette.starter.templates;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the templates of a service.
 *
 * @param packageName package of the precompiled templates, set by the service itself. Without it there is no template
 *     engine
 * @param directory source folder of the templates, for development: a changed template takes effect with the next
 *     request. Default: none, the precompiled templates are used
 */
@ConfigurationProperties("vedette.templates")
record TemplateProperties(String packageName, @Nullable Path directory) {

    TemplateProperties {
        // An empty environment variable counts as unset.
        directory = directory == null || directory.toString().isBlank() ? null : directory;
    }
}
