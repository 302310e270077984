package org.vedette.notification.bounces.mail.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<b>550</b> no&nbsp;user| 550  no user",
                "<STYLE a='b'>p { x }</style>550|  550",
                "<script>550 5.1.1|' '",
                "one<styled>two|one two",
                "\u0130\u0130<b>x</b>|\u0130\u0130 x ",
                "1 < 2|1 < 2",
                "a &amp;lt; b|a &lt; b",
            })
    void tagsAreLeftOut(String html, String text) {
        assertThat(HtmlText.of(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"<p>one</p><p>two</p>", "one<br>two", "one<BR/>two", "<li>one</li><li>two</li>"})
    void whatEndsALineEndsIt(String html) {
        assertThat(HtmlText.of(html).strip()).matches("one\\s*\n\\s*two");
    }
}
