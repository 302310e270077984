package org.vedette.standalone;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.vedette.starter.ThreadConfined;

/** Excludes the auto-configuration of libraries that only other services use, since all share one class path. */
@ThreadConfined("the thread that starts its service")
final class ServiceAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    /** Packages, including those below them, whose auto-configuration a service excludes. */
    static final String PROPERTY = "vedette.standalone.excluded-auto-configuration";

    private String[] excludedPackages = {};

    @Override
    public void setEnvironment(Environment environment) {
        excludedPackages = environment.getProperty(PROPERTY, String[].class, new String[0]);
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            var candidate = candidates[i];
            matches[i] = candidate == null
                    || Arrays.stream(excludedPackages).noneMatch(name -> candidate.startsWith(name + "."));
        }
        return matches;
    }
}
