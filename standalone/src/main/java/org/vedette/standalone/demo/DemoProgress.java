package org.vedette.standalone.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.vedette.standalone.data.PrivateFiles;

/** Stores the day the demo blog began, on which its dates and slugs depend, and whether it is complete. */
record DemoProgress(Path file) {

    private static final String COMPLETE = " complete";

    boolean isComplete() throws IOException {
        return content().endsWith(COMPLETE);
    }

    boolean hasBegun() throws IOException {
        return !content().isEmpty();
    }

    /** Returns the day the blog began; stores today when it has not begun. */
    LocalDate begin(LocalDate today) throws IOException {
        if (!hasBegun()) {
            write(today.toString());
        }
        return LocalDate.parse(content().replace(COMPLETE, ""));
    }

    /** Marks the blog as complete; one that has not begun has posts of its own and never gets the demo. */
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
