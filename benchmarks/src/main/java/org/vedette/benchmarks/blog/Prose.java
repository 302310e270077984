package org.vedette.benchmarks.blog;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Writes the body of a post twice at once: as HTML, with headings, code and a table, and as plain text. */
final class Prose {

    private static final int WORDS_PER_SECTION = 300;
    private static final int ONE_INDICATOR_IN = 60;

    private final Vocabulary words;
    private final List<String> indicators;
    private final RandomGenerator random;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder text = new StringBuilder();

    Prose(Vocabulary words, Indicators indicators, RandomGenerator random) {
        this.words = words;
        this.indicators = indicators.all();
        this.random = random;
    }

    /**
     * @param html body as HTML
     * @param text the same as plain text, paragraphs apart by an empty line
     */
    record Body(String html, String text) {}

    Body write(int length) {
        var written = 0;
        while (written < length) {
            var paragraph = Math.min(length - written, random.nextInt(50, 110));
            if (written / WORDS_PER_SECTION != (written + paragraph) / WORDS_PER_SECTION) {
                heading();
            }
            paragraph(paragraph);
            written += paragraph;
        }
        table();
        return new Body(html.toString(), text.toString().strip());
    }

    /** A sentence for a title or a standfirst, without a full stop. */
    static String sentence(Vocabulary words, int length, RandomGenerator random) {
        var sentence = new StringBuilder();
        for (int word = 0; word < length; word++) {
            sentence.append(word == 0 ? "" : " ").append(words.draw(random));
        }
        return capital(sentence.toString());
    }

    private void heading() {
        var heading = sentence(words, random.nextInt(2, 6), random);
        html.append("<h2>").append(heading).append("</h2>\n");
        text.append(heading).append("\n\n");
    }

    private void paragraph(int length) {
        html.append("<p>");
        for (int left = length; left > 0; ) {
            var sentence = Math.min(left, random.nextInt(7, 24));
            sentence(sentence);
            both(left > sentence ? ". " : ".");
            left -= sentence;
        }
        html.append("</p>\n");
        text.append("\n\n");
    }

    private void sentence(int length) {
        both(capital(words.draw(random)));
        for (int word = 1; word < length; word++) {
            both(random.nextInt(12) == 0 ? ", " : " ");
            if (random.nextInt(ONE_INDICATOR_IN) == 0) {
                indicator(indicators.get(random.nextInt(indicators.size())));
            } else {
                both(words.draw(random));
            }
        }
    }

    private void indicator(String indicator) {
        html.append("<code>").append(indicator).append("</code>");
        text.append(indicator);
    }

    private void table() {
        html.append("<table>\n<thead><tr><th>Indicator</th><th>Seen in</th></tr></thead>\n<tbody>\n");
        for (String indicator : indicators) {
            var where = words.draw(random);
            html.append("<tr><td><code>").append(indicator).append("</code></td>");
            html.append("<td>").append(where).append("</td></tr>\n");
            text.append(indicator).append(' ').append(where).append('\n');
        }
        html.append("</tbody>\n</table>\n");
    }

    private void both(String word) {
        html.append(word);
        text.append(word);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
