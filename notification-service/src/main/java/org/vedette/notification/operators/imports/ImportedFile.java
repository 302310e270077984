package org.vedette.notification.operators.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.operators.imports.CsvRows.Row;
import org.vedette.starter.ThreadConfined;
import reactor.core.publisher.Flux;

/** Reads the rows of one file while it arrives. */
@ThreadConfined("the subscription that reads the file")
final class ImportedFile {

    private static final Pattern LINE_END = Pattern.compile("[\\r\\n]");

    private final Utf8Text text = new Utf8Text();
    private final StringBuilder beginning = new StringBuilder();
    private @Nullable CsvRows rows;
    private @Nullable ImportColumns columns;

    /** A row with what its columns mean. */
    record ImportedRow(Row row, ImportColumns columns) {}

    /** The rows after the first, without empty ones. */
    Flux<ImportedRow> rows(Flux<byte[]> file) {
        return file.concatMapIterable(this::accept).concatWith(Flux.defer(() -> Flux.fromIterable(finish())));
    }

    private List<ImportedRow> accept(byte[] part) {
        var found = text.accept(part);
        if (rows != null) {
            return withColumns(rows.accept(found));
        }
        beginning.append(found);
        return LINE_END.matcher(beginning).find() || beginning.length() > CsvRows.LONGEST_CELL ? begin() : List.of();
    }

    /** What separates the cells is known when the first line is complete. */
    private List<ImportedRow> begin() {
        rows = new CsvRows(separatorOf(beginning));
        return withColumns(rows.accept(beginning));
    }

    private List<ImportedRow> finish() {
        text.finish();
        var last = new ArrayList<>(rows == null ? begin() : List.<ImportedRow>of());
        if (rows != null) {
            last.addAll(withColumns(rows.finish()));
        }
        if (columns == null) {
            throw new UnreadableFileException("The file is empty.");
        }
        return last;
    }

    private List<ImportedRow> withColumns(List<Row> found) {
        var imported = new ArrayList<ImportedRow>();
        for (var row : found) {
            if (columns == null) {
                columns = new ImportColumns(row);
            } else if (!row.isEmpty()) {
                imported.add(new ImportedRow(row, columns));
            }
        }
        return imported;
    }

    /** Spreadsheets in some countries write semicolons. */
    private static char separatorOf(CharSequence beginning) {
        var firstLine = LINE_END.split(beginning, 2)[0];
        return firstLine.indexOf(';') >= 0 && firstLine.indexOf(',') < 0 ? ';' : ',';
    }
}
