package org.vedette.feed.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsoluteUrlsTests {

    private final AbsoluteUrls absolute = new AbsoluteUrls("https://blog.example.org/posts/night-shift");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /posts/other           | https://blog.example.org/posts/other
        other                  | https://blog.example.org/posts/other
        ../media/a.png         | https://blog.example.org/media/a.png
        #fn1                   | https://blog.example.org/posts/night-shift#fn1
        ?page&#61;2            | https://blog.example.org/posts/night-shift?page&#61;2
        /a?b&#61;c&amp;d       | https://blog.example.org/a?b&#61;c&amp;d
        //cdn.example.org/a.js | https://cdn.example.org/a.js
        http://example.org/a   | http://example.org/a
        mailto:a&#64;b.example | mailto:a&#64;b.example
        /a b[c]                | https://blog.example.org/a b[c]
        """)
    void aUrlIsResolvedAgainstItsPage(String address, String seen) {
        var html = "<p>See <a rel=\"nofollow\" href=\"" + address + "\">this</a>.</p>";

        var rewritten = absolute.in(html);

        assertThat(rewritten).isEqualTo("<p>See <a rel=\"nofollow\" href=\"" + seen + "\">this</a>.</p>");
    }

    @Test
    void imagesAreResolvedToo() {
        var html = "<img src=\"/media/a.png\" alt=\"A chart\" />";

        var rewritten = absolute.in(html);

        assertThat(rewritten).isEqualTo("<img src=\"https://blog.example.org/media/a.png\" alt=\"A chart\" />");
    }

    @Test
    void everyVariantOfAPictureIsResolved() {
        var html = "<source srcset=\"/m/480.webp 480w, /m/960.webp 960w\" sizes=\"(min-width: 42rem) 38rem, 100vw\" />";

        var rewritten = absolute.in(html);

        assertThat(rewritten)
                .isEqualTo("<source srcset=\"https://blog.example.org/m/480.webp 480w,"
                        + " https://blog.example.org/m/960.webp 960w\" sizes=\"(min-width: 42rem) 38rem, 100vw\" />");
    }

    @Test
    void textThatLooksLikeAnAttributeIsLeftAlone() {
        var html = "<pre><code>&lt;a href=\"/x\"&gt; $1 \\2 data-href=\"/y\"</code></pre>";

        var rewritten = absolute.in(html);

        assertThat(rewritten).isEqualTo(html);
    }
}
