package org.vedette.gateway.files;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports an invalid file as the reason of a failed start, in place of a stack trace. */
class InvalidFileFailureAnalyzer extends AbstractFailureAnalyzer<InvalidFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidFileException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
