package org.vedette.post.listing.index;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.listing.CountedField;
import org.vedette.post.listing.IndexedPost;
import org.vedette.post.listing.PostOrder;

/** Maps posts to documents of the index. */
final class PostDocumentFields {

    static final String ID = "id";
    static final String CREATED = "created";
    static final String DATE = "date";
    static final String STATUS = "status";
    static final String SCHEDULE = "schedule";
    static final String SERIES = "series";
    static final String AUTHOR = "author";
    static final String TAG = "tag";
    static final String BYLINE = "byline";
    static final String TLP = "tlp";
    static final String WRITER = "writer";
    static final String PUBLIC = "public";
    static final String TEXT = "text";
    static final String YES = "yes";
    private static final String READY = "ready";

    private static final Map<PostOrder, Sort> SORTS = Map.of(
            PostOrder.CREATED_LAST, sort(CREATED, true),
            PostOrder.DATED_FIRST, sort(DATE, false),
            PostOrder.DATED_LAST, sort(DATE, true));

    private PostDocumentFields() {}

    static Term key(PostId id) {
        return new Term(ID, id.toString());
    }

    static String counted(CountedField field) {
        return switch (field) {
            case TAG -> TAG;
            case BYLINE -> BYLINE;
        };
    }

    static Sort sort(PostOrder order) {
        return Objects.requireNonNull(SORTS.get(order));
    }

    private static Sort sort(String field, boolean isDescending) {
        var time = new SortField(field, SortField.Type.LONG, isDescending);
        time.setMissingValue(isDescending ? Long.MIN_VALUE : Long.MAX_VALUE);
        return new Sort(time, new SortField(ID, SortField.Type.STRING, isDescending));
    }

    static Document of(IndexedPost indexed) {
        var post = indexed.post();
        var content = post.content();
        var document = new Document();
        add(ID, post.id().toString(), Store.YES, document);
        document.add(new SortedDocValuesField(ID, new BytesRef(post.id().toString())));
        document.add(new NumericDocValuesField(CREATED, post.createdAt().toEpochMilli()));
        add(STATUS, PostField.status(post), Store.NO, document);
        if (PostField.isReady(post)) {
            add(STATUS, READY, Store.NO, document);
        }
        add(TLP, content.tlp().label(), Store.NO, document);
        content.tags().forEach(tag -> {
            add(TAG, tag.value(), Store.NO, document);
            document.add(new SortedSetDocValuesField(TAG, new BytesRef(tag.value())));
        });
        content.bylines().forEach(byline -> {
            document.add(new SortedSetDocValuesField(BYLINE, new BytesRef(byline.name())));
            add(AUTHOR, author(byline.name()), Store.NO, document);
            add(AUTHOR, AuthorSlug.of(byline.name()).value(), Store.NO, document);
        });
        if (content.series() != null) {
            add(SERIES, content.series(), Store.NO, document);
        }
        if (indexed.writer() != null) {
            add(WRITER, indexed.writer(), Store.NO, document);
        }
        if (post instanceof Published published) {
            addDate(published.publishedAt(), document);
        }
        if (post instanceof Scheduled scheduled) {
            addDate(scheduled.schedule().publishAt(), document);
            add(SCHEDULE, scheduled.schedule().state().name(), Store.NO, document);
        }
        if (post.isPublic()) {
            add(PUBLIC, YES, Store.NO, document);
        }
        document.add(new TextField(TEXT, text(indexed), Store.NO));
        return document;
    }

    private static void addDate(Instant date, Document document) {
        document.add(new NumericDocValuesField(DATE, date.toEpochMilli()));
    }

    static String author(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String text(IndexedPost indexed) {
        var content = indexed.post().content();
        var text = new StringBuilder(content.title().value());
        content.introduction().ifPresent(standfirst -> text.append('\n').append(standfirst));
        text.append('\n').append(content.body().markdown());
        content.tags().forEach(tag -> text.append('\n').append(tag.value()));
        content.bylines()
                .forEach(byline ->
                        text.append('\n').append(byline.name()).append('\n').append(byline.affiliation()));
        return text.append('\n').append(indexed.post().slug().value()).toString();
    }

    private static void add(String field, String value, Store store, Document document) {
        document.add(new StringField(field, value, store));
    }
}
