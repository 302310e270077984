package org.vedette.starter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionalRequestTests {

    @Test
    void anEntityTagDependsOnTheContentAlone() {
        var content = "content".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        var tag = ConditionalRequest.entityTag(content);

        assertThat(tag).isEqualTo(ConditionalRequest.entityTag(content.clone())).matches("\"[\\w-]{20}\"");
    }

    @Test
    void theTagOfACompressedContentIsThatOfTheContentWithASuffix() {
        assertThat(ConditionalRequest.gzipped("\"abc\"")).isEqualTo("\"abc-gzip\"");
        assertThat(ConditionalRequest.plain("\"abc-gzip\"")).isEqualTo("\"abc\"");
        assertThat(ConditionalRequest.plain("\"abc\"")).isEqualTo("\"abc\"");
    }
}
