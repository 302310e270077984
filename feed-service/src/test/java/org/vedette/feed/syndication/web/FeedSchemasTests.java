package org.vedette.feed.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.BLOG;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.anEntry;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.feedOf;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.feed.syndication.Feed;
import org.xml.sax.SAXException;

class FeedSchemasTests {

    static Stream<Feed> feeds() {
        var nasty = "\"<b>'&amp;</b> ]]> 😀 \u0000\uFFFE \uD83D";
        return Stream.of(
                anEntry().feed(),
                feedOf(),
                anEntry()
                        .title(nasty)
                        .summary(nasty)
                        .html(nasty)
                        .tagged(nasty)
                        .inSeries(nasty)
                        .by(nasty)
                        .feed(),
                anEntry().title("").summary("").html("").tagged().feed());
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void atomFeedsAreValid(Feed feed) {
        var atom = new AtomWriter(BLOG).write(feed);

        assertThatCode(() -> FeedSchemas.check("atom.xsd", atom)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void rssFeedsAreValid(Feed feed) {
        var rss = new RssWriter(BLOG).write(feed);

        assertThatCode(() -> FeedSchemas.check("rss.xsd", rss)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        atom | <id>urn:uuid:0190f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f</id> | ''
        atom | <updated>2016-07-01T08:00:00.250Z</updated>            | ''
        atom | <summary>                                              | <summary>more</summary><summary>
        atom | 09:30:00Z                                              | 09:30:00
        atom | "https://blog.example.org/posts/                       | "/posts/
        atom | type="html"                                            | type="text/html"
        atom | term=                                                  | name=
        rss  | <guid isPermaLink="false">                             | <guid>
        rss  | Thu, 30 Jun 2016 09:30:00 GMT                          | Thu, 30 Jun 16 09:30:00 GMT
        rss  | 2016 09:30:00 GMT                                      | 2016 09:30:00 CEST
        rss  | urn:uuid:                                              | ''
        rss  | rel="self"                                             | ''
        rss  | <title>A loader that waits</title>                     | ''
        rss  | <link>https://blog.example.org/posts                   | <link>/posts
        """)
    void theRulesAreRules(String format, String right, String wrong) {
        var golden = GoldenFile.read("golden." + format + ".xml");

        var broken = golden.replace(right, wrong);

        assertThat(broken).isNotEqualTo(golden);
        assertThatThrownBy(() -> FeedSchemas.check(format + ".xsd", broken.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
    }

    @ParameterizedTest
    @CsvSource({"atom,entry", "rss,item"})
    void twoEntriesOfOneIdentityBreakTheRules(String format, String element) {
        var golden = GoldenFile.read("golden." + format + ".xml");
        var end = "</" + element + ">";
        var entry = golden.substring(golden.indexOf("<" + element + ">"), golden.indexOf(end) + end.length());

        var twice = golden.replace(entry, entry + entry);

        assertThatThrownBy(() -> FeedSchemas.check(format + ".xsd", twice.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
    }
}
