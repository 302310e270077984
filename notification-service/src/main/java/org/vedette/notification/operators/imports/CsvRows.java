package org.vedette.notification.operators.imports;

import java.util.ArrayList;
import java.util.List;
import org.vedette.starter.ThreadConfined;

/** Splits CSV (RFC 4180) into rows while it arrives. Lines may end in any way; quoted cells may have line ends in them. */
@ThreadConfined("the subscription that reads the file")
final class CsvRows {

    /** In characters. */
    static final int LONGEST_CELL = 20_000;

    private static final int MOST_CELLS = 1_000;

    private final StringBuilder cell = new StringBuilder();
    private final char separator;
    private List<String> cells = new ArrayList<>();
    private long line = 1;
    private long rowLine = 1;
    private boolean quoted;
    private boolean afterQuote;
    private boolean afterReturn;

    CsvRows(char separator) {
        this.separator = separator;
    }

    /** A row, and the line that it begins in. */
    record Row(long line, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * The rows that end in a part of the file.
     *
     * @throws UnreadableFileException when a cell is too long, most likely because a quotation mark is missing
     */
    List<Row> accept(CharSequence part) {
        var rows = new ArrayList<Row>();
        for (var at = 0; at < part.length(); at++) {
            accept(part.charAt(at), rows);
        }
        return rows;
    }

    /** The row that the end of the file ends, if there is one. */
    List<Row> finish() {
        var rows = new ArrayList<Row>();
        if (cell.length() > 0 || !cells.isEmpty()) {
            endRow(rows);
        }
        return rows;
    }

    private void accept(char next, List<Row> rows) {
        var isSecondOfLineEnd = afterReturn && next == '\n';
        afterReturn = next == '\r';
        if (isSecondOfLineEnd) {
            return;
        }
        if (quoted && next != '"') {
            append(next);
        } else if (next == '"') {
            quote();
        } else if (next == separator) {
            endCell();
        } else if (next == '\n' || next == '\r') {
            endRow(rows);
        } else {
            append(next);
        }
        if (next == '\n' || next == '\r') {
            line++;
        }
        if (next != '"') {
            afterQuote = false;
        }
        if (cells.isEmpty() && cell.length() == 0 && !quoted) {
            rowLine = line;
        }
    }

    private void quote() {
        if (afterQuote) {
            append('"');
            quoted = true;
            afterQuote = false;
        } else if (quoted) {
            quoted = false;
            afterQuote = true;
        } else if (cell.length() == 0) {
            quoted = true;
        } else {
            append('"');
        }
    }

    private void append(char next) {
        if (cell.length() >= LONGEST_CELL) {
            throw new UnreadableFileException("The cell that begins in line " + rowLine
                    + " does not end. Most likely a quotation mark is missing there.");
        }
        cell.append(next);
    }

    private void endCell() {
        if (cells.size() >= MOST_CELLS) {
            throw new UnreadableFileException("Line " + rowLine + " has more than " + MOST_CELLS + " columns.");
        }
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow(List<Row> rows) {
        endCell();
        rows.add(new Row(rowLine, cells));
        cells = new ArrayList<>();
    }
}
