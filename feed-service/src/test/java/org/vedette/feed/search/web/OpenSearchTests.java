package org.vedette.feed.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.vedette.feed.WebSlice;

class OpenSearchTests {

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void everyPageLeadsToTheDescriptionOfTheSearch() {
        var link = Jsoup.parse(body("/")).select("link[rel=search]");

        assertThat(link.attr("type")).isEqualTo("application/opensearchdescription+xml");
        assertThat(link.attr("href")).isEqualTo("/opensearch.xml");
        assertThat(link.attr("title")).isEqualTo("Night Watch");
    }

    @Test
    void theDescriptionSaysHowToSearch() {
        var description = description();

        assertThat(description.select("ShortName").text()).isEqualTo("Night Watch");
        assertThat(description.select("Url[type=text/html]").attr("template"))
                .isEqualTo("https://blog.example.org/search?q={searchTerms}");
        assertThat(description.select("Url[rel=self]").attr("template"))
                .isEqualTo("https://blog.example.org/opensearch.xml");
    }

    @Test
    void theDescriptionIsRevalidated() {
        var tag = slice.tag("/opensearch.xml");

        var response =
                slice.client().get().uri("/opensearch.xml").ifNoneMatch(tag).exchange();

        response.expectStatus().isNotModified();
    }

    @ParameterizedTest
    @CsvSource({
        "Threat Intelligence Blog, Threat",
        "Night Watch of Us, Night Watch of",
        "Sixteen letters., Sixteen letters.",
        "Donaudampfschiffahrtsblog, Donaudampfschiff"
    })
    void aShortNameHasAtMostSixteenCharacters(String title, String shortName) {
        assertThat(OpenSearchController.cut(title, 16)).isEqualTo(shortName);
    }

    private Document description() {
        return Jsoup.parse(body("/opensearch.xml"), Parser.xmlParser());
    }

    private String body(String path) {
        var body = slice.client()
                .get()
                .uri(path)
                .accept(MediaType.ALL)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(body);
    }
}
