package org.vedette.post.markup.render;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.starter.ThreadConfined;

/**
 * Bounds the work of parsing a body, whatever construct causes it. A first pass finds the blocks and leaves their inlines
 * alone. CommonMark looks ahead or back from punctuation only, at most over its own block, so that characters times
 * punctuation bounds the work of the inlines of a block; and at the lines of the paragraph at each of its lines.
 */
@ThreadConfined("the thread that renders a body")
final class ParserWork {

    /** In characters looked at: less than a second of one processor. */
    static final long MAX = 2_000_000_000L;

    /** What copying a line of a paragraph costs, in characters looked at. */
    private static final int COST_OF_LINE = 30;

    private long work;

    private ParserWork() {}

    /**
     * Refuses a body that takes too much work.
     *
     * @param blocks extensions that add block types or turn text into other blocks
     */
    static void requireLittle(String markdown, List<Extension> blocks) {
        var measured = new ParserWork();
        var unused = Parser.builder()
                .maxOpenBlockParsers(ComplexityLimits.MAX_DEPTH)
                .customBlockParserFactory(measured::addLine)
                .inlineParserFactory(context -> measured.new Inlines())
                .extensions(blocks)
                .build()
                .parse(markdown);
    }

    /** Starts no block: only measures the paragraph that a line may end or go on with. */
    private BlockStart addLine(ParserState state, MatchedBlockParser matched) {
        add((long) matched.getParagraphLines().getLines().size() * COST_OF_LINE);
        return BlockStart.none();
    }

    private void add(long more) {
        work += more;
        if (work > MAX) {
            throw new UnrenderableMarkdownException("has too much punctuation, or too many lines, in one paragraph or"
                    + " table cell: break it up with empty lines, or make it a code block");
        }
    }

    private final class Inlines implements InlineParser {

        @Override
        public void parse(SourceLines lines, Node node) {
            var characters = 0L;
            var punctuation = 0L;
            for (var line : lines.getLines()) {
                characters += line.getContent().length() + 1L;
                punctuation += line.getContent()
                        .chars()
                        .filter(character -> !Character.isLetterOrDigit(character) && character != ' ')
                        .count();
            }
            add(characters * (punctuation + 1));
        }
    }
}
