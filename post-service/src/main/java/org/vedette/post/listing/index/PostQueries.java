package org.vedette.post.listing.index;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.vedette.post.listing.PostQuery;

/** Makes queries of the index. */
final class PostQueries {

    private static final int MAX_WORDS = 20;

    private final PostAnalyzer analyzer;

    PostQueries(PostAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    Query of(PostQuery query) {
        var all = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        filter(PostDocumentFields.STATUS, query.status(), all);
        filter(
                PostDocumentFields.SCHEDULE,
                query.schedule() == null ? null : query.schedule().name(),
                all);
        filter(PostDocumentFields.SERIES, query.series(), all);
        filter(
                PostDocumentFields.AUTHOR,
                query.author() == null ? null : PostDocumentFields.author(query.author()),
                all);
        filter(PostDocumentFields.TAG, query.tag() == null ? null : query.tag().value(), all);
        filter(PostDocumentFields.TLP, query.tlp() == null ? null : query.tlp().label(), all);
        if (query.visibleTo() != null) {
            all.add(visibleTo(query.visibleTo()), Occur.FILTER);
        }
        if (query.text() != null) {
            addWords(query.text(), all);
        }
        return all.build();
    }

    private static void filter(String field, @Nullable String value, BooleanQuery.Builder all) {
        if (value != null) {
            all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    private static Query visibleTo(String person) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(PostDocumentFields.WRITER, person)), Occur.SHOULD)
                .add(new TermQuery(new Term(PostDocumentFields.PUBLIC, PostDocumentFields.YES)), Occur.SHOULD)
                .build();
    }

    /** What has no words, such as punctuation, limits nothing. */
    private void addWords(String text, BooleanQuery.Builder all) {
        var parts = List.of(text.strip().split("\\s+"));
        var count = Math.min(parts.size(), MAX_WORDS);
        for (var i = 0; i < count; i++) {
            var words = analyzer.words(parts.get(i));
            if (!words.isEmpty()) {
                all.add(word(words, i == count - 1), Occur.FILTER);
            }
        }
    }

    private static Query word(List<String> words, boolean isLast) {
        if (words.size() > 1) {
            return new PhraseQuery(PostDocumentFields.TEXT, words.toArray(String[]::new));
        }
        var term = new Term(PostDocumentFields.TEXT, words.get(0));
        return isLast ? new PrefixQuery(term) : new TermQuery(term);
    }
}
