package org.vedette.standalone.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.vedette.standalone.data.PrivateFiles;

/** Remembers in a file the day the demo blog began, which its dates and slugs depend on, and whether all of it is there. */
record DemoProgress(Path file) {

    private static final String COMPLETE = " complete";

    boolean isComplete() throws IOException {
        return content().endsWith(COMPLETE);
    }

    boolean hasBegun() throws IOException {
        return !content().isEmpty();
    }

    /** The day the blog began: today, unless it began earlier. */
    LocalDate begin(LocalDate today) throws IOException {
        if (!hasBegun()) {
            write(today.toString());
        }
        return LocalDate.parse(content().replace(COMPLETE, ""));
    }

    /** Nothing is left to do; a blog that had not begun has never been a demo. */
    void complete(LocalDate today) throws IOException {
        write((hasBegun() ? content() : today.toString()) + COMPLETE);
    }

    private String content() throws IOException {
        return Files.exists(file) ? Files.readString(file, US_ASCII).strip() : "";
    }

    private void write(String content) throws IOException {
        PrivateFiles.write(file, (content + "\n").getBytes(US_ASCII));
    }
}
