package org.vedette.post.notes.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.notes.NoteException;
import org.vedette.post.notes.NoteException.InvalidNoteException;
import org.vedette.post.notes.NoteException.UnknownThreadException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;

/** Maps each {@link NoteException} to a problem. */
@Component
final class NoteProblems implements ProblemMapper {

    private static final ProblemType UNKNOWN = ProblemType.of(404, "unknown-note", "There is no such note");
    private static final ProblemType INVALID = ProblemType.of(422, "invalid-note", "The note cannot be stored");
    private static final ProblemType TOO_MANY = ProblemType.of(409, "too-many-notes", "There are too many notes");

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof NoteException known
                ? Optional.of(Problem.of(type(known), String.valueOf(known.getMessage())))
                : Optional.empty();
    }

    private static ProblemType type(NoteException failure) {
        if (failure instanceof InvalidNoteException) {
            return INVALID;
        }
        return failure instanceof UnknownThreadException ? UNKNOWN : TOO_MANY;
    }
}
