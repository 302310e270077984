package org.vedette.pages.post;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts every table of a post into a frame of its own, which scrolls, takes the keyboard focus and says how many columns
 * there are. Cells with much text are marked, so that they alone are wide, and cells with long words, so that they alone
 * are broken on paper; so are tables whose code fits a sheet without being broken.
 */
final class ScrollingTables {

    private static final String START = "<table>";
    private static final String END = "</table>";
    private static final Pattern CELL = Pattern.compile("<t([dh])((?: [^>]*)?)>(.*?)</t[dh]>", Pattern.DOTALL);
    private static final Pattern CODE_OR_TAG = Pattern.compile("<code[^>]*>.*?</code>|<[^>]*>", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("<code");
    private static final Pattern ROW = Pattern.compile("<tr>");
    private static final Pattern CODE_TEXT = Pattern.compile("<code[^>]*>([^<]*)");

    /** One that leaves no room on paper for those of the other columns, and is broken there; a date stays whole. */
    private static final Pattern LONG_WORD = Pattern.compile("(?<!\\S)(?!\\d{4}-\\d\\d-\\d\\d(?!\\S))\\S{10}");

    private static final Pattern COLUMN = Pattern.compile("<th[ >]");

    /** In characters; a column of shorter texts needs no more room than they take. */
    private static final int LONG_TEXT = 24;

    /** As many columns as fit a sheet of paper in the size of the text. */
    private static final int MAX_COLUMNS_ON_PAPER = 6;

    /** In characters; so much code in a row leaves more than half of a sheet to the other columns. */
    private static final int SHORT_CODE = 60;

    private ScrollingTables() {}

    static String in(String html) {
        var framed = new StringBuilder(html.length());
        var written = 0;
        var start = html.indexOf(START);
        var end = html.indexOf(END, start);
        while (start >= 0 && end >= 0) {
            framed.append(html, written, start).append(frame(html.substring(start + START.length(), end)));
            written = end + END.length();
            start = html.indexOf(START, written);
            end = html.indexOf(END, start);
        }
        return framed.append(html, written, html.length()).toString();
    }

    private static String frame(String rows) {
        var number = COLUMN.matcher(rows).results().count();
        var columns = columns(number);
        return "<div class=\"table-scroll" + sizeOnPaper(number) + codeOnPaper(rows, number)
                + "\" role=\"group\" aria-label=\"Table with "
                + columns
                + "\" tabindex=\"0\" data-columns=\"" + columns + "\"><table>"
                + CELL.matcher(rows).replaceAll(cell -> Matcher.quoteReplacement(cell(cell)))
                + "</table></div>";
    }

    private static String columns(long number) {
        return number == 1 ? "1 column" : number + " columns";
    }

    /** The number of columns decides how large the text can be where a table cannot scroll. */
    private static String sizeOnPaper(long columns) {
        if (columns <= MAX_COLUMNS_ON_PAPER) {
            return "";
        }
        return columns <= 2 * MAX_COLUMNS_ON_PAPER ? " table-wide" : " table-very-wide";
    }

    private static String codeOnPaper(String rows, long columns) {
        if (columns > 2 * MAX_COLUMNS_ON_PAPER || !rows.contains("<code")) {
            return "";
        }
        var longest = ROW.splitAsStream(rows)
                .mapToInt(ScrollingTables::codeLength)
                .max()
                .orElse(0);
        return longest <= SHORT_CODE ? " table-short-code" : "";
    }

    private static int codeLength(String row) {
        return CODE_TEXT
                .matcher(row)
                .results()
                .mapToInt(code -> code.group(1).length())
                .sum();
    }

    private static String cell(MatchResult cell) {
        var text = CODE_OR_TAG.matcher(cell.group(3)).replaceAll("");
        var isLong = text.length() > LONG_TEXT
                || CODE.matcher(cell.group(3)).results().count() > 1;
        return "<t" + cell.group(1) + cell.group(2) + (isLong ? " data-long" : "")
                + (LONG_WORD.matcher(text).find() ? " data-long-word" : "") + ">" + cell.group(3) + "</t"
                + cell.group(1)
                + ">";
    }
}
