package org.vedette.post.authors;

import java.util.Objects;
import java.util.stream.Collectors;
import org.vedette.events.PostContract;
import org.vedette.post.content.AsciiWords;
import org.vedette.post.content.InvalidValueException;

/**
 * Last path segment of an author's page. One that is chosen for a new name has words of a–z and 0–9; those of authors of
 * earlier versions have letters and digits of any script.
 */
public record AuthorSlug(String value) {

    private static final int MAX_GENERATED = 80;
    private static final String NAMELESS = "author";

    public AuthorSlug {
        if (!PostContract.isAuthorSlug(value)) {
            throw new InvalidValueException("must be words of letters and digits joined by single hyphens");
        }
    }

    /** Derives a slug from a name; that of a name of symbols says what they show, as in fox-face. */
    public static AuthorSlug of(String name) {
        return new AuthorSlug(AsciiWords.of(name, MAX_GENERATED)
                .or(() -> AsciiWords.of(namesOfSymbols(name), MAX_GENERATED))
                .orElse(NAMELESS));
    }

    /** This slug with a number; unchanged for the number 1. */
    AuthorSlug numbered(int number) {
        return number == 1 ? this : new AuthorSlug(value + "-" + number);
    }

    /** The names that Unicode gives to the characters, but for those that show nothing by themselves. */
    private static String namesOfSymbols(String name) {
        return name.codePoints()
                .filter(character -> switch (Character.getType(character)) {
                    case Character.FORMAT, Character.NON_SPACING_MARK, Character.SPACE_SEPARATOR -> false;
                    default -> true;
                })
                .mapToObj(Character::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return value;
    }
}
