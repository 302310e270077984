package org.vedette.starter.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;

/** Reports a setting that is not allowed in one line, in place of those of Spring Boot. */
final class InvalidSettingAnalyzer implements FailureAnalyzer, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return InvalidSetting.describe(failure)
                .map(line -> new FailureAnalysis(line, null, failure))
                .orElse(null);
    }
}
