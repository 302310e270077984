package org.vedette.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.files.InvalidFileException;

class ApiTokensTests {

    private static final Path FILE = Path.of("tokens.txt");
    private static final String HASH_OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    @Test
    void aHolderIsFoundByToken() {
        var tokens = ApiTokens.parse(FILE, "ada editor,reader " + HASH_OF_SECRET);

        assertThat(tokens.find("secret")).contains(new ApiToken("ada", List.of("editor", "reader"), HASH_OF_SECRET));
    }

    @Test
    void theHashItselfIsNotAToken() {
        var tokens = ApiTokens.parse(FILE, "ada editor " + HASH_OF_SECRET);

        assertThat(tokens.find(HASH_OF_SECRET)).isEmpty();
    }

    @Test
    void commentsEmptyLinesAndSpacesAreIgnored() {
        var tokens = ApiTokens.parse(
                FILE, "# who may write\r\n\r\n  ada\teditor   " + HASH_OF_SECRET.toUpperCase(Locale.ROOT) + "  \n");

        assertThat(tokens.find("secret")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada " + HASH_OF_SECRET,
                "ada editor secret",
                "ada editor, reader " + HASH_OF_SECRET,
                "ada Editor " + HASH_OF_SECRET,
                "a/da editor " + HASH_OF_SECRET,
                "ada editor " + HASH_OF_SECRET + "0",
                "ada editor " + HASH_OF_SECRET + " more"
            })
    void anInvalidLineIsNamed(String line) {
        assertThatThrownBy(() -> ApiTokens.parse(FILE, "# first\n" + line))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith("Line 2 of the file of API tokens, tokens.txt, is not of the form")
                .hasMessageNotContaining(HASH_OF_SECRET);
    }

    @Test
    void aNameMustBeUnique() {
        var lines = "ada editor %s%nada reader %s".formatted(HASH_OF_SECRET, HASH_OF_SECRET.replace('2', '3'));

        assertThatThrownBy(() -> ApiTokens.parse(FILE, lines)).hasMessageContaining("repeats the name ada");
    }

    @Test
    void aTokenHasOneHolder() {
        var lines = "ada editor %s%ngrace reader %s".formatted(HASH_OF_SECRET, HASH_OF_SECRET);

        assertThatThrownBy(() -> ApiTokens.parse(FILE, lines)).hasMessageContaining("repeats the hash");
    }
}
