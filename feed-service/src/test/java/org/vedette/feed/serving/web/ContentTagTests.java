package org.vedette.feed.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentTagTests {

    @Test
    void aTagDependsOnTheContentAlone() {
        var content = "content".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        var tag = ContentTag.of(content);

        assertThat(tag).isEqualTo(ContentTag.of(content.clone())).matches("\"[\\w-]{20}\"");
    }
}
