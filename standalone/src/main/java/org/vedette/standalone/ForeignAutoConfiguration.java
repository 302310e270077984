package org.vedette.standalone;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Keeps a service from configuring the libraries of the others, which lie on the same class path. */
final class ForeignAutoConfiguration implements AutoConfigurationImportFilter, EnvironmentAware {

    /** Packages, with what is below them, whose auto-configuration a service does without. */
    static final String PROPERTY = "vedette.standalone.foreign";

    private String[] foreign = {};

    @Override
    public void setEnvironment(Environment environment) {
        foreign = environment.getProperty(PROPERTY, String[].class, new String[0]);
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            var candidate = candidates[i];
            matches[i] =
                    candidate == null || Arrays.stream(foreign).noneMatch(name -> candidate.startsWith(name + "."));
        }
        return matches;
    }
}
