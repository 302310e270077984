package org.vedette.standalone.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailHtmlTests {

    @ParameterizedTest
    @CsvSource({
        "<html><head><title>x</title></head></html>, <html><head><base target=\"_blank\"><title>x</title></head></html>",
        "<HEAD LANG=en></HEAD>, <HEAD LANG=en><base target=\"_blank\"></HEAD>",
        "<header>x</header>, <base target=\"_blank\"><header>x</header>",
        "<p>x</p>, <base target=\"_blank\"><p>x</p>",
    })
    void linksOpenInANewTabWhateverTheMarkupIs(String html, String expected) {
        assertThat(MailHtml.openLinksInNewTab(html)).isEqualTo(expected);
    }
}
