package org.vedette.post.web;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import org.vedette.starter.api.Utf8;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as the framework does, and refuses bytes that are not UTF-8, of which the parser takes some. */
final class Utf8JsonDecoder extends JacksonJsonDecoder {

    Utf8JsonDecoder(JsonMapper json) {
        super(json);
    }

    @Override
    public Object decode(
            DataBuffer buffer, ResolvableType type, @Nullable MimeType mimeType, @Nullable Map<String, Object> hints) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.toByteBuffer(ByteBuffer.wrap(bytes));
        try {
            if (bytes.length == 0) {
                throw new ProblemException(Problem.of(StandardProblem.MALFORMED_REQUEST, RequestProblems.NO_BODY));
            }
            Utf8.require(bytes);
        } catch (ProblemException refused) {
            DataBufferUtils.release(buffer);
            throw refused;
        }
        return super.decode(buffer, type, mimeType, hints);
    }
}
