package org.vedette.post.media.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.PartEvent;
import org.vedette.post.media.MediaException.UploadTooLargeException;
import org.vedette.starter.ThreadConfined;

/** What an upload has brought so far. */
@ThreadConfined("the event loop that receives the request")
public final class UploadParts {

    /** More than the longest text has, in bytes. */
    private static final int MAX_TEXT = 16 * 1024;

    private final long maxFile;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final Set<String> ended = new HashSet<>();
    private @Nullable ByteArrayOutputStream file;
    private boolean isForm;
    private boolean saysTooLarge;

    UploadParts(long maxFile) {
        this.maxFile = maxFile;
    }

    /** @param saysTooLarge whether the file is to be refused as soon as it begins; the text before it is read */
    void beginForm(boolean saysTooLarge) {
        this.isForm = true;
        this.saysTooLarge = saysTooLarge;
    }

    void addToFile(DataBuffer content) {
        if (saysTooLarge) {
            DataBufferUtils.release(content);
            throw new UploadTooLargeException(maxFile);
        }
        if (file == null) {
            file = new ByteArrayOutputStream();
        }
        append(content, file, maxFile);
    }

    void add(PartEvent part) {
        if (ended.contains(part.name())) {
            DataBufferUtils.release(part.content());
            throw UploadReader.malformed("The form has two parts " + part.name() + ": send one of them.");
        }
        if (part.isLast()) {
            ended.add(part.name());
        }
        if (part.name().equals(UploadReader.FILE)) {
            addToFile(part.content());
        } else if (part.name().equals(UploadReader.ALT)) {
            append(part.content(), text, MAX_TEXT);
        } else {
            DataBufferUtils.release(part.content());
            throw UploadReader.malformed("The form has an unknown part; known are: alt, file.");
        }
    }

    private static void append(DataBuffer content, ByteArrayOutputStream to, long limit) {
        try {
            if ((long) to.size() + content.readableByteCount() > limit) {
                throw new UploadTooLargeException(limit);
            }
            var bytes = new byte[content.readableByteCount()];
            content.read(bytes);
            to.writeBytes(bytes);
        } finally {
            DataBufferUtils.release(content);
        }
    }

    public byte[] file() {
        if (file == null && isForm) {
            throw UploadReader.malformed("The form has no part file: send the picture as that part.");
        }
        if (file == null || (file.size() == 0 && !isForm)) {
            throw UploadReader.malformed("The request is empty: send the picture as its body.");
        }
        return file.toByteArray();
    }

    public String alt() {
        return text.toString(StandardCharsets.UTF_8);
    }
}
