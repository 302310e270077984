package org.vedette.gateway.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.PasswordRules;
import org.vedette.gateway.accounts.Profile;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.files.InvalidFileException;

/** Login name and password of the first account, from the settings. */
record FirstAdminPassword(LoginName login, String password) {

    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    /**
     * Empty when the file does not exist any more.
     *
     * @throws InvalidFileException when name or password are invalid
     */
    static Optional<FirstAdminPassword> read(String login, Path file) {
        var name = LoginName.parse(login)
                .orElseThrow(() -> new InvalidFileException(
                        "VEDETTE_ADMIN_LOGIN, %s, is no login name.".formatted(login),
                        "Give a mail address, or a name of 2 to 64 letters, digits, dots and hyphens."));
        return text(file).map(password -> new FirstAdminPassword(name, valid(password, name, file)));
    }

    private static String valid(String password, LoginName login, Path file) {
        var profile = new Profile(NOBODY, login, login.value(), Set.of(Role.ADMIN));
        PasswordRules.violation(password, profile).ifPresent(violation -> {
            throw new InvalidFileException(
                    "The file of the first password, %s, cannot be used. %s".formatted(file, violation),
                    "Write a password into it; this makes one: openssl rand -base64 24");
        });
        return password;
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new InvalidFileException(
                    "The file of the first password, %s, cannot be read: %s.".formatted(file, e.getMessage()),
                    "Make the file readable for the gateway, or name another one in VEDETTE_ADMIN_PASSWORD_FILE.");
        }
    }

    @Override
    public String toString() {
        return "FirstAdminPassword[" + login + "]";
    }
}
