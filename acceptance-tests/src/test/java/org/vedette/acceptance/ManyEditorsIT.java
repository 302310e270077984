package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Editors who do the same at the same time. */
class ManyEditorsIT {

    private static final int EDITORS = 30;

    private final Editor editor = RunningSuite.get().editor();

    @Test
    void draftsOfOneTitleAllGetASlug() {
        var manuscript = Manuscript.titled("A title everybody had in mind").json();

        var answers = IntStream.range(0, EDITORS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> editor.draft(manuscript)))
                .toList();

        assertThat(answers)
                .extracting(CompletableFuture::join)
                .extracting(HttpResponse::statusCode)
                .containsOnly(201);
    }

    @Test
    void ofManyPublicationsOfOneDraftOneWins() {
        var draft = editor.drafts(Manuscript.titled("Published by all of us"));

        var answers = IntStream.range(0, EDITORS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> editor.publish(draft)))
                .toList();

        assertThat(answers)
                .extracting(CompletableFuture::join)
                .extracting(HttpResponse::statusCode)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }
}
