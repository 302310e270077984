package org.vedette.feed.blog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTests {

    @Test
    void everythingIsTheFrontPageAndHasItsFeedsInAFolderOfTheirOwn() {
        var everything = Scope.EVERYTHING;

        assertThat(everything.page()).isEqualTo("/");
        assertThat(everything.feed(FeedFormat.RSS)).isEqualTo("/feeds/rss.xml");
    }

    @Test
    void aTagThatIsNotMadeForAddressesIsEncoded() {
        var tag = Scope.tag("c#/größe");

        assertThat(tag.page()).isEqualTo("/tags/c%23%2Fgr%C3%B6%C3%9Fe");
        assertThat(tag.feed(FeedFormat.JSON)).isEqualTo("/tags/c%23%2Fgr%C3%B6%C3%9Fe/feed.json");
    }
}
