package org.vedette.acceptance.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacedWordsTests {

    private final ReplacedWords words = ReplacedWords.load();

    @Test
    void noWordThatWasReplacedComesBack() {
        var found = JavaSource.ofAllModules().stream()
                .flatMap(source -> complaints(source).map(complaint -> source + ": " + complaint));

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATIENCE", "LOAD_PATIENCE", "loadPatience", "MongoPatience", "beginAnew", "Letter"})
    void aReplacedWordIsFoundHoweverItIsWritten(String identifier) {
        assertThat(words.complaint(identifier, "Sample")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DeadLetters", "isLetter", "LOAD_TIMEOUT", "impatient", "FilterChain", "GONE"})
    void aWordOfTheTradeIsLeftAlone(String identifier) {
        assertThat(words.complaint(identifier, "Sample")).isEmpty();
    }

    @Test
    void commentsAndLiteralsHoldNoIdentifiers() {
        var source = new JavaSource(Path.of("Sample.java"), """
                /** Patience. */
                class Sample {
                    // Respite
                    char quote = '"';
                    String text = "a \\" Rendition";
                }
                """);

        assertThat(source.identifiers())
                .containsExactlyInAnyOrder("class", "Sample", "char", "quote", "String", "text");
    }

    @Test
    void theSourcesOfAllModulesAreRead() {
        var modules = JavaSource.ofAllModules().stream()
                .map(source -> source.toString().replaceFirst("/.*", ""));

        assertThat(modules).contains("events", "service-starter", "feed-service", "standalone", "acceptance-tests");
    }

    private Stream<String> complaints(JavaSource source) {
        return source.identifiers().stream()
                .sorted()
                .map(identifier -> words.complaint(identifier, source.name()))
                .flatMap(Optional::stream);
    }
}
