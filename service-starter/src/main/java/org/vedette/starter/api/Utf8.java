package org.vedette.starter.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;

/** Refuses JSON that is not UTF-8 (RFC 8259 §8.1), of which the parser makes other characters than the client meant. */
public final class Utf8 {

    private Utf8() {}

    /**
     * Requires that bytes are UTF-8.
     *
     * @throws ProblemException when they are not
     */
    public static void require(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException other) {
            throw new ProblemException(
                    Problem.of(StandardProblem.MALFORMED_REQUEST, "The request is not UTF-8: send JSON in UTF-8."));
        }
    }
}
