package org.vedette.post.imports.web;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.imports.ImportException;
import org.vedette.post.imports.ImportException.ImportNotFoundException;
import org.vedette.post.imports.ImportException.ImportTooLargeException;
import org.vedette.post.imports.ImportException.ImportsBusyException;
import org.vedette.post.imports.ImportException.NotAnEditorException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;
import org.vedette.starter.problems.StandardProblem;

/** Maps each {@link ImportException} to a problem. */
@Component
final class ImportProblems implements ProblemMapper {

    private static final ProblemType UNKNOWN_FORMAT =
            ProblemType.of(415, "unknown-import-format", "Files of this kind cannot be imported");
    private static final ProblemType UNKNOWN_IMPORT = ProblemType.of(404, "unknown-import", "There is no such import");
    private static final String RETRY_SECONDS = "30";

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof ImportException known ? Optional.of(problem(known)) : Optional.empty();
    }

    private static Problem problem(ImportException failure) {
        var detail = String.valueOf(failure.getMessage());
        if (failure instanceof ImportTooLargeException tooLarge) {
            return Problem.of(StandardProblem.REQUEST_TOO_LARGE, detail).with("limit", tooLarge.limit());
        }
        if (failure instanceof ImportsBusyException) {
            return Problem.of(StandardProblem.UPSTREAM_UNAVAILABLE, detail)
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (failure instanceof NotAnEditorException) {
            return Problem.of(StandardProblem.FORBIDDEN, detail);
        }
        return Problem.of(failure instanceof ImportNotFoundException ? UNKNOWN_IMPORT : UNKNOWN_FORMAT, detail);
    }
}
