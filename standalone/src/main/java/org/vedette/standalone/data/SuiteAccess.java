package org.vedette.standalone.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.vedette.standalone.settings.StartRefusedException;
import org.vedette.standalone.settings.SuiteSettings;

/**
 * How a command of this machine reaches the suite that runs.
 *
 * @param token of an editor
 */
public record SuiteAccess(URI gateway, String token) {

    /**
     * Reads what the suite left in its data directory.
     *
     * @throws StartRefusedException when it cannot be read
     */
    public static SuiteAccess of(SuiteSettings settings) {
        return new SuiteAccess(gateway(settings), token(settings));
    }

    /** With TLS, a port of its own answers commands of this machine. */
    private static URI gateway(SuiteSettings settings) {
        if (!settings.hasTls()) {
            return URI.create("http://localhost:" + settings.port());
        }
        var file = DataDirectory.gatewayAddress(settings.data());
        try {
            return URI.create(Files.readString(file, US_ASCII).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable("The address of Vedette in " + file, e);
        }
    }

    private static String token(SuiteSettings settings) {
        var file = DataDirectory.editorToken(settings.data());
        try {
            return Files.readString(file, US_ASCII).strip();
        } catch (IOException e) {
            throw unreadable("The token " + file, e);
        }
    }

    private static StartRefusedException unreadable(String what, Exception cause) {
        return new StartRefusedException(
                what + " cannot be read: start Vedette first, or set VEDETTE_DATA to its directory.", cause);
    }
}
