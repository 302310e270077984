package org.vedette.feed.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;

class BlogTests {

    @Test
    void aPermalinkHasOneSlashWhetherTheBaseHasOneOrNot() {
        var blog = new Blog("Blog", "Tagline", URI.create("https://blog.example.org/"));

        var permalink = blog.permalink("night-shift");

        assertThat(permalink).isEqualTo("https://blog.example.org/posts/night-shift");
    }

    @Test
    void aBaseThatIsNoUrlIsRejected() {
        var base = URI.create("blog.example.org");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Blog("Blog", "Tagline", base))
                .withMessageContaining("https://blog.example.org");
    }
}
