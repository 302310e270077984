package org.vedette.feed.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.SearchResult;
import org.vedette.feed.search.SearchResult.Correction;

/** Answers one query from one state of the index. */
final class PostSearcher {

    /** With fewer posts found, longer words are searched as well. */
    private static final int FEW = 10;

    /** Beyond so many hits only those are looked at that may come first. */
    private static final int COUNTED = 1_000;

    private final IndexSearcher searcher;
    private final SearchQuery query;
    private final List<AnalyzedClause> clauses;
    private final QueryFactory queries;

    PostSearcher(IndexSearcher searcher, SearchQuery query) {
        this.searcher = searcher;
        this.query = query;
        this.clauses = query.clauses().stream()
                .map(AnalyzedClause::of)
                .filter(clause -> !clause.terms().isEmpty())
                .toList();
        this.queries = new QueryFactory(query, clauses);
    }

    /** Finds the words as typed; when few posts have them also longer words, and when none has these, similar ones. */
    SearchResult find() throws IOException {
        var exact = execute(queries.exact());
        if (exact.total() >= FEW
                || clauses.stream().allMatch(clause -> clause.expandableWord().isEmpty())) {
            return result(exact, Map.of());
        }
        var longer = execute(queries.withLongerWords());
        if (longer.total() > 0) {
            return result(longer.total() > exact.total() ? longer : exact, Map.of());
        }
        var corrections = new SpellingCorrector(searcher).correct(clauses);
        var corrected = corrections.isEmpty() ? exact : execute(queries.corrected(corrections));
        return corrected.total() == 0 ? result(exact, Map.of()) : result(corrected, corrections);
    }

    /** A Lucene query with its best documents; only that query can highlight what it matches. */
    private record ExecutedQuery(Query query, TopDocs topDocs) {

        long total() {
            return topDocs.totalHits.value;
        }
    }

    private ExecutedQuery execute(Query lucene) throws IOException {
        var wanted = query.page() * query.size();
        var topDocs = isByTime()
                ? searcher.search(lucene, new TopFieldCollectorManager(IndexGeneration.NEWEST_FIRST, wanted, COUNTED))
                : searcher.search(lucene, new TopScoreDocCollectorManager(wanted, COUNTED));
        return new ExecutedQuery(lucene, topDocs);
    }

    /** Without a word that is wanted, no post is better than another. */
    private boolean isByTime() {
        return query.order() == SearchQuery.Order.NEWEST || clauses.stream().allMatch(AnalyzedClause::isExcluded);
    }

    private SearchResult result(ExecutedQuery executed, Map<AnalyzedClause, List<String>> corrections)
            throws IOException {
        return new SearchResult(
                executed.total(),
                executed.topDocs().totalHits.relation == TotalHits.Relation.EQUAL_TO,
                query.page(),
                query.size(),
                corrections.entrySet().stream()
                        .map(each -> new Correction(each.getKey().clause().text(), each.getValue()))
                        .toList(),
                hits(executed));
    }

    private List<Hit> hits(ExecutedQuery executed) throws IOException {
        var docs = Arrays.stream(executed.topDocs().scoreDocs)
                .skip((query.page() - 1L) * query.size())
                .mapToInt(each -> each.doc)
                .toArray();
        return new HitHighlighter(searcher, clauses.stream().anyMatch(AnalyzedClause::isPhrase))
                .hits(executed.query(), docs);
    }
}
