package org.vedette.feed.search.index.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.testsupport.timing.ProcessorTime;

class IndicatorAnalyzerTests {

    private static final int FOUR_MEGABYTES = 4 * 1024 * 1024;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Analyzer INDEXING = IndicatorAnalyzer.forIndexing();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com",
                "evil[.]com",
                "evil(.)com",
                "evil{.}com",
                "evil[[.]]com",
                "evil[dot]com",
                "evil(DOT)com",
                "evil[.com",
                "evil.]com",
                "evil\\.com",
                "evil [.] com",
                "EVIL.COM",
                "\"evil.com\"",
                "(evil.com)",
                "evil.com,",
                "evil.com.",
                "evil\u200B.com",
                "ev\u00ADil.com",
                "hxxp://evil.com",
                "hxxps[:]//evil[.]com/",
                "hXXp[://]evil[.]com",
                "http[:]//evil.com",
                "https://evil.com",
                "fxp://evil[.]com"
            })
    void aDomainIsOneThingInEverySpelling(String text) {
        var terms = terms(text);

        assertThat(terms).contains("evil.com").doesNotContain("http", "https", "hxxp", "hxxps", "dot");
    }

    @ParameterizedTest
    @CsvSource({
        "user[@]evil[.]com, user@evil.com",
        "user(at)evil(dot)com, user@evil.com",
        "User@evil.com, user@evil.com",
        "john.doe@evil.com, john.doe@evil.com",
        "1[.]2[.]3[.]4, 1.2.3.4",
        "1.2.3[.]4:443, 1.2.3.4",
        "hxxp://1[.]2.3.4/gate.php, 1.2.3.4",
        "hxxp://1[.]2.3.4/gate.php, gate.php",
        "my-evil[.]example[.]com, my-evil.example.com",
        "xn--e1afmkfd[.]com, xn--e1afmkfd.com",
        "_dmarc.evil.com, dmarc.evil.com",
        "D41D8CD98F00B204E9800998ECF8427E, d41d8cd98f00b204e9800998ecf8427e",
        "d41d8cd98f00b204e9800998ecf8427e.exe, d41d8cd98f00b204e9800998ecf8427e",
        "Résumé, resume",
        "résumé.docx, resume.docx",
        "STRASSE, strasse",
        "Straße, strasse",
        "ｅｖｉｌ.com, evil.com",
        "attacks, attack",
        "vulnerabilities, vulnerability",
        "Emotet's, emotet",
        "Emotet’s, emotet",
        "O'Brien, obrien",
        "OʼBrien, obrien",
        "DNS, dns",
        "AWS, aws",
        "APT28s, apt28s",
        "Пётр, петр",
        "Λόγος, λογοσ"
    })
    void aSpellingIsFoundByAnother(String text, String term) {
        assertThat(terms(text)).contains(term);
    }

    @Test
    void aDomainIsFoundByTheDomainsAboveItAndByItsWords() {
        var terms = terms("login[.]my-evil[.]co[.]uk");

        assertThat(terms)
                .containsExactlyInAnyOrder(
                        "login.my-evil.co.uk", "my-evil.co.uk", "co.uk", "login", "my", "evil", "co", "uk");
    }

    @Test
    void onlySoManyDomainsAboveAreKept() {
        var terms = terms("a.b.c.d.e.f.g.h.i.j.evil.com");

        assertThat(terms)
                .contains("a.b.c.d.e.f.g.h.i.j.evil.com", "f.g.h.i.j.evil.com", "evil.com")
                .doesNotContain("b.c.d.e.f.g.h.i.j.evil.com", "e.f.g.h.i.j.evil.com");
    }

    @Test
    void anAddressHasNoParentAndItsNumbersAreNoWords() {
        assertThat(terms("10[.]20[.]30[.]40")).containsExactly("10.20.30.40");
    }

    @Test
    void aDomainOfAMailAddressIsFoundToo() {
        assertThat(terms("john.doe[@]mail.evil[.]com"))
                .contains("john.doe@mail.evil.com", "mail.evil.com", "evil.com", "john.doe", "john");
    }

    @Test
    void hyphensJoinNothingButAPhrase() {
        assertThat(positions("spear-phishing CVE-2026-1234"))
                .containsExactly("spear@0", "phishing@1", "cve@2", "2026@3", "1234@4");
    }

    @Test
    void whatFollowsAnIndicatorHasItsPlaceAfterAllItsWords() {
        assertThat(positions("see hxxp://login.evil[.]com/path now"))
                .containsExactly(
                        "see@0", "login.evil.com@1", "login@1", "evil.com@2", "evil@2", "com@3", "path@4", "now@5");
    }

    @Test
    void aTokenKnowsWhereItStandsInTheText() {
        var text = "Block evil[.]com now";

        var domain = tokens(text).stream()
                .filter(token -> token.term().equals("evil.com"))
                .findFirst()
                .orElseThrow();

        assertThat(text.substring(domain.start(), domain.end())).isEqualTo("evil[.]com");
    }

    @Test
    void everyIdeographIsAWord() {
        assertThat(positions("網路釣魚")).hasSize(4);
    }

    @Test
    void whatIsNoLetterIsNothing() {
        assertThat(terms("[.] ... -- @ :// '' \uD800 \u0301 ™ 🙂")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[.]",
                "a",
                "a[.]",
                "a.",
                "a@",
                "a-",
                "a'",
                "a\u200B",
                "[[.]]",
                " [.] ",
                "http://",
                "hxxp[:]",
                "\u0301",
                "é",
                "a\u0301",
                "\uD83D\uDE42",
                "網",
                "(dot)",
                "a(dot)",
                "\u2029",
                "'",
                "1.",
                "a[",
                "a ",
                "a\u2029"
            })
    void hostileTextIsReadInTimeProportionalToItsLength(String piece) {
        var text = piece.repeat(FOUR_MEGABYTES / piece.length());
        var longest = new AtomicInteger();

        var spent = assertTimeoutPreemptively(TIMEOUT, () -> ProcessorTime.of(() -> longest.set(longestTerm(text))));

        // A search that begins anew at each character would take hours.
        assertThat(spent).isLessThan(Duration.ofSeconds(10));
        assertThat(longest).hasValueLessThan(1_500);
    }

    private static int longestTerm(String text) {
        var longest = 0;
        try (var stream = INDEXING.tokenStream("any", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                longest = Math.max(longest, term.length());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return longest;
    }

    private static List<String> terms(String text) {
        return tokens(text).stream().map(Token::term).toList();
    }

    private static List<String> positions(String text) {
        return tokens(text).stream()
                .map(token -> token.term() + "@" + token.position())
                .toList();
    }

    private static List<Token> tokens(String text) {
        return tokens(INDEXING, text);
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        var tokens = new ArrayList<Token>();
        try (var stream = analyzer.tokenStream("any", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            for (var position = -1; stream.incrementToken(); ) {
                position += increment.getPositionIncrement();
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset(), position));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }

    private record Token(String term, int start, int end, int position) {}
}
