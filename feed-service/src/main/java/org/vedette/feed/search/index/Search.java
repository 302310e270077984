package org.vedette.feed.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.SearchResult;
import org.vedette.feed.search.index.highlight.Highlighter;
import org.vedette.feed.search.index.sought.ClauseReader;
import org.vedette.feed.search.index.sought.Dictionary;
import org.vedette.feed.search.index.sought.Sought;
import org.vedette.feed.search.index.sought.Typos;

/** One search in one state of the index. */
final class Search {

    /** Beyond this many the rest is only looked at as far as it may come first. */
    private static final int COUNTED = 1_000;

    private static final Set<String> SHOWN = Set.of(IndexFields.ID, IndexFields.TITLE, IndexFields.TEXT);

    private final IndexSearcher searcher;
    private final SearchQuery query;
    private final Dictionary dictionary;

    Search(IndexSearcher searcher, SearchQuery query) {
        this.searcher = searcher;
        this.query = query;
        this.dictionary = new Dictionary(searcher.getIndexReader(), IndexFields.ALL);
    }

    /** What was asked for; when that is hardly anything, what may have been meant. */
    SearchResult result() throws IOException {
        var sought = new ClauseReader(dictionary).read(query.clauses());
        var exact = top(sought);
        if (exact.totalHits.value >= Typos.FEW) {
            return result(exact, sought, new Typos(dictionary));
        }
        var typos = new Typos(dictionary);
        var meant = typos.forgive(sought);
        var wider = typos.forgiven().isEmpty() ? exact : top(meant);
        return wider.totalHits.value > exact.totalHits.value
                ? result(wider, meant, typos)
                : result(exact, sought, new Typos(dictionary));
    }

    private TopDocs top(List<Sought> sought) throws IOException {
        var wanted = query.page() * query.size();
        var asked = Queries.of(query, sought);
        return isByTime(sought) ? newest(asked, wanted) : best(asked, wanted);
    }

    /** Without a word that is wanted, all are as good as each other. */
    private boolean isByTime(List<Sought> sought) {
        return query.order() == SearchQuery.Order.NEWEST || sought.stream().allMatch(Sought::isExcluded);
    }

    private TopDocs newest(Query asked, int wanted) throws IOException {
        return searcher.search(asked, new TopFieldCollectorManager(Generation.NEWEST_FIRST, wanted, COUNTED));
    }

    private TopDocs best(Query asked, int wanted) throws IOException {
        return searcher.search(asked, new TopScoreDocCollectorManager(wanted, COUNTED));
    }

    private SearchResult result(TopDocs top, List<Sought> sought, Typos typos) throws IOException {
        var from = Math.min((query.page() - 1) * query.size(), top.scoreDocs.length);
        return new SearchResult(
                top.totalHits.value,
                top.totalHits.relation == TotalHits.Relation.EQUAL_TO,
                query.page(),
                query.size(),
                typos.forgiven(),
                hits(Arrays.asList(top.scoreDocs).subList(from, top.scoreDocs.length), sought));
    }

    private List<Hit> hits(List<ScoreDoc> found, List<Sought> sought) throws IOException {
        var highlighter = new Highlighter(sought);
        var stored = searcher.storedFields();
        var hits = new ArrayList<Hit>();
        for (var each : found) {
            var document = stored.document(each.doc, SHOWN);
            hits.add(new Hit(
                    EntryFields.id(document.getBinaryValue(IndexFields.ID)),
                    highlighter.title(document.get(IndexFields.TITLE)),
                    highlighter.fragments(document.get(IndexFields.TEXT))));
        }
        return hits;
    }
}
