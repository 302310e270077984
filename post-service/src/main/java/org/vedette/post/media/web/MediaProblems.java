package org.vedette.post.media.web;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.media.MediaException;
import org.vedette.post.media.MediaException.InvalidAltException;
import org.vedette.post.media.MediaException.InvalidImageException;
import org.vedette.post.media.MediaException.MediaBusyException;
import org.vedette.post.media.MediaException.MediaInHistoryException;
import org.vedette.post.media.MediaException.MediaInUseException;
import org.vedette.post.media.MediaException.MediaNotFoundException;
import org.vedette.post.media.MediaException.NotYoursException;
import org.vedette.post.media.MediaException.UnsupportedFormatException;
import org.vedette.post.media.MediaException.UploadTooLargeException;
import org.vedette.post.media.MediaUses;
import org.vedette.post.media.web.MediaView.UseView;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;
import org.vedette.starter.problems.StandardProblem;

/** Maps each {@link MediaException} to a problem. */
@Component
final class MediaProblems implements ProblemMapper {

    private static final String RETRY_SECONDS = "5";

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof MediaException known ? Optional.of(problem(known)) : Optional.empty();
    }

    private static Problem problem(MediaException failure) {
        var detail = String.valueOf(failure.getMessage());
        if (failure instanceof InvalidImageException) {
            return Problem.of(MediaProblem.INVALID_IMAGE, detail).withError(UploadReader.FILE, detail);
        }
        if (failure instanceof UnsupportedFormatException) {
            return Problem.of(MediaProblem.UNSUPPORTED_IMAGE, detail).withError(UploadReader.FILE, detail);
        }
        if (failure instanceof InvalidAltException) {
            return Problem.of(MediaProblem.INVALID_ALT, "The text alt " + detail + ".")
                    .withError(UploadReader.ALT, detail);
        }
        if (failure instanceof UploadTooLargeException tooLarge) {
            return Problem.of(StandardProblem.REQUEST_TOO_LARGE, detail).with("limit", tooLarge.limit());
        }
        if (failure instanceof MediaInUseException used) {
            return used(MediaProblem.MEDIA_IN_USE, "usedIn", used.uses(), detail);
        }
        if (failure instanceof MediaInHistoryException used) {
            return used(MediaProblem.MEDIA_IN_HISTORY, "inHistoryOf", used.uses(), detail);
        }
        return general(failure, detail);
    }

    private static Problem general(MediaException failure, String detail) {
        if (failure instanceof MediaBusyException) {
            return Problem.of(StandardProblem.UPSTREAM_UNAVAILABLE, detail)
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (failure instanceof NotYoursException) {
            return Problem.of(StandardProblem.FORBIDDEN, detail);
        }
        return failure instanceof MediaNotFoundException
                ? Problem.of(MediaProblem.UNKNOWN_MEDIA, detail)
                : Problem.of(StandardProblem.INTERNAL_ERROR, detail);
    }

    private static Problem used(ProblemType type, String where, MediaUses uses, String detail) {
        var problem = Problem.of(type, detail).with(where, UseView.of(uses));
        return uses.hidden() == 0 ? problem : problem.with(where + "Others", uses.hidden());
    }
}
