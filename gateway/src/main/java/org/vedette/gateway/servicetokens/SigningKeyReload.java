package org.vedette.gateway.servicetokens;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.gateway.files.InvalidFileException;
import org.vedette.starter.ThreadConfined;

/** Takes over the keys of a file or a directory when it has changed. What is invalid changes nothing. */
@ThreadConfined("its worker's own thread")
final class SigningKeyReload {

    private static final Logger log = LoggerFactory.getLogger(SigningKeyReload.class);

    private final Path path;
    private final SigningKeys keys;
    private String seen;

    /** @param seen the content that the keys were read from */
    SigningKeyReload(Path path, SigningKeys keys, String seen) {
        this.path = path;
        this.keys = keys;
        this.seen = seen;
    }

    /** Blocks while it reads; called by one thread at a time. */
    void run() {
        var text = text();
        if (!text.equals(seen)) {
            seen = text;
            update(text);
        }
    }

    private String text() {
        try {
            return SigningKeyFile.text(path);
        } catch (InvalidFileException e) {
            return e.description();
        }
    }

    private void update(String text) {
        try {
            keys.update(SigningKeyFile.keys(path, text));
        } catch (InvalidFileException e) {
            log.error("{} The keys that were read before stay in use.", e.getMessage());
        }
    }
}
