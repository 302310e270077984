package org.vedette.notification.bounces.mail.reports;

import java.util.ArrayList;
import java.util.List;
import org.vedette.notification.bounces.mail.reports.ParsedMessage.Fields;

/** Splits the blocks of fields in a report (RFC 3464 §2.1, RFC 5965 §3.1): empty lines are between them. */
final class FieldBlocks {

    private static final int MOST_BLOCKS = 50;
    private static final int MOST_FIELDS = 200;

    private FieldBlocks() {}

    /** The blocks, without those that have no field. */
    static List<Fields> of(String text) {
        var blocks = new ArrayList<Fields>();
        var current = new Fields();
        var count = 0;
        for (var line : unfold(text).split("\n", -1)) {
            if (line.isBlank() && !current.isEmpty()) {
                blocks.add(current);
                current = new Fields();
            } else if (line.indexOf(':') > 0 && ++count <= MOST_FIELDS) {
                current.add(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1));
            }
            if (blocks.size() >= MOST_BLOCKS) {
                return blocks;
            }
        }
        if (!current.isEmpty()) {
            blocks.add(current);
        }
        return blocks;
    }

    /** The fields of a header, up to the first empty line. */
    static Fields header(String text) {
        var blocks = of(text);
        return blocks.isEmpty() ? new Fields() : blocks.get(0);
    }

    private static String unfold(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("\n[ \t]+(?=\\S)", " ");
    }
}
