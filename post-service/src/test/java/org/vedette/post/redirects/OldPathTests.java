package org.vedette.post.redirects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.post.content.InvalidValueException;

class OldPathTests {

    @ParameterizedTest
    @CsvSource({
        "/2016/06/30/a-loader/,                        /2016/06/30/a-loader",
        "https://old.example/2016/06/a-loader/?x=1#c,  /2016/06/a-loader",
        "/blog/%C3%A4rger,                             /blog/ärger",
        "/a+b.html,                                    /a+b.html",
        "/tag/loader,                                  /tag/loader"
    })
    void anAddressIsReadAsPeopleCopyIt(String address, String path) {
        assertThat(OldPath.parse(address).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a-loader",
                "https://old.example",
                "https://old.example/?p=7",
                "//evil.example/x",
                "/a//b",
                "/a\\b",
                "/%zz",
                "/posts/a-loader",
                "/tags/loader",
                "/authors/ada",
                "/api/posts",
                "/studio",
                "/sitemap-1.xml",
                "/feed",
                "/assets/x.css",
                "/login",
                "/old/../studio",
                "/old/./x",
                "/old/..",
                "/old%0D%0AX",
                "/old%09x"
            })
    void whatIsNoPathOrOneOfThisSiteIsRefused(String address) {
        assertThatThrownBy(() -> OldPath.parse(address)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/posts/a-loader,                       /posts/a-loader",
        "https://blog.example/tags/c++/,        /tags/c++",
        "/tags/c%23,                            /tags/c#",
        "https://blog.example,                  /",
        "/archive/2016/06,                      /archive/2016/06"
    })
    void aTargetIsAPageOfThisSite(String address, String path) {
        assertThat(Target.parse(address, "https://blog.example").value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "https://evil.example/posts/x",
                "/posts",
                "/posts/a/b",
                "/2016/old",
                "/login",
                "javascript:x",
                "/posts/a-loader#end",
                "/posts/a-loader%23end",
                "/posts/a-loader?x=1"
            })
    void nothingElseIsATarget(String address) {
        assertThatThrownBy(() -> Target.parse(address, "https://blog.example"))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags/c#", "/authors/li-lei"})
    void thePageOfATagOrAuthorThatWasRenamedLeadsElsewhere(String page) {
        assertThat(OldPath.ofPage(new Target(page)).value()).isEqualTo(page);
        assertThatThrownBy(() -> OldPath.ofPage(new Target("/series/weekly")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void noRedirectCanLeadToAnother() {
        assertThatThrownBy(() -> new OldPath(new Target("/posts/a-loader").value()))
                .isInstanceOf(InvalidValueException.class);
    }
}
