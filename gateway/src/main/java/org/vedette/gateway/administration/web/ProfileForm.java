package org.vedette.gateway.administration.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.LookAlikes;
import org.vedette.gateway.accounts.Profile;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.html.Form;
import org.vedette.pages.HiddenField;
import org.vedette.pages.form.Field;
import org.vedette.pages.form.FieldType;

/**
 * What an admin enters about a person.
 *
 * @param login empty where it cannot be changed
 */
record ProfileForm(String login, String displayName, Set<Role> roles) {

    private static final String SHOWN = "shown";
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_LOGIN_LENGTH = 254;

    static ProfileForm of(Form form) {
        var roles = Arrays.stream(Role.values())
                .filter(role -> !form.text(role.text()).isEmpty())
                .collect(Collectors.toSet());
        return new ProfileForm(form.text("login").strip(), form.text("name").strip(), roles);
    }

    static ProfileForm of(Profile profile) {
        return new ProfileForm("", profile.displayName(), profile.roles());
    }

    /** The hidden field that says what the page showed, so that an admin does not undo what another has just done. */
    static HiddenField shown(Profile profile) {
        return new HiddenField(SHOWN, String.join(" ", profile.roleNames()) + ": " + profile.displayName());
    }

    /** Whether a form comes from a page that showed what the account says now. */
    static boolean isOf(Form form, Profile profile) {
        return shown(profile).value().equals(form.text(SHOWN));
    }

    static ProfileForm empty() {
        return new ProfileForm("", "", Set.of(Role.AUTHOR));
    }

    Optional<LoginName> loginName() {
        return LoginName.parse(login);
    }

    /** What is wrong with name and roles, as a sentence. */
    Optional<String> violation() {
        if (displayName.isEmpty() || displayName.length() > MAX_NAME_LENGTH) {
            return Optional.of("Enter a name of at most %d characters.".formatted(MAX_NAME_LENGTH));
        }
        if (LookAlikes.contains(login) || LookAlikes.contains(displayName)) {
            return Optional.of("Write each word of the name in one script: letters of another one make it look like"
                    + " somebody else's.");
        }
        return roles.isEmpty() ? Optional.of("Choose one role or more.") : Optional.empty();
    }

    List<Field> fields(boolean withLogin) {
        var fields = new ArrayList<Field>();
        if (withLogin) {
            fields.add(Field.required("login", FieldType.TEXT, "Mail address")
                    .withValue(login)
                    .withHint("The person signs in with it. A name without @ is fine as well; then you hand over the"
                            + " link.")
                    .withMaxLength(MAX_LOGIN_LENGTH)
                    .withFocus());
        }
        fields.add(Field.required("name", FieldType.TEXT, "Name")
                .withValue(displayName)
                .withHint("As others read it.")
                .withMaxLength(MAX_NAME_LENGTH));
        Arrays.stream(Role.values()).map(this::field).forEach(fields::add);
        return fields;
    }

    private Field field(Role role) {
        var label = switch (role) {
            case AUTHOR -> "Author: writes drafts, and changes no other person's";
            case EDITOR -> "Editor: writes, publishes and withdraws every post";
            case ADMIN -> "Administrator: does all that an editor does, manages people, and reads the audit log";
        };
        return Field.checkbox(role.text(), label, roles.contains(role));
    }
}
