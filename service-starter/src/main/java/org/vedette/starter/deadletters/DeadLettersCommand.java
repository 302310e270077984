package org.vedette.starter.deadletters;

import java.io.PrintStream;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;
import org.vedette.starter.tls.KafkaClientSettings;

/**
 * The command {@code dead-letters} of a service's program, which connects to Kafka as the service does: lists dead letters, shows one,
 * sends one to its topic again, or drops those up to one.
 */
public final class DeadLettersCommand {

    public static final String NAME = "dead-letters";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;
    private static final String FORCE = "--force";
    private static final String USAGE = """
        Usage: dead-letters list [TOPIC]
               dead-letters show TOPIC PARTITION:OFFSET
               dead-letters replay TOPIC PARTITION:OFFSET [--force]
               dead-letters drop TOPIC PARTITION:OFFSET [--force]
        It connects to Kafka as the service does, by VEDETTE_KAFKA and VEDETTE_KAFKA_…""";

    private final PrintStream out;
    private final DeadLetterTopics topics;

    private DeadLettersCommand(PrintStream out, DeadLetterTopics topics) {
        this.out = out;
        this.topics = topics;
    }

    /** Ends the process. Nothing is logged, so that what is printed is the answer to the command and nothing else. */
    public static void runAndExit(List<String> arguments) {
        LoggingSystem.get(DeadLettersCommand.class.getClassLoader()).beforeInitialize();
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * Runs the command with the settings of the environment.
     *
     * @return the exit code: 0 when it was done, 1 when it was refused, with one line that says why, 2 when it was misused
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var force = arguments.contains(FORCE);
        var words = arguments.stream().filter(word -> !word.equals(FORCE)).toList();
        var known = words.equals(List.of("list"))
                || (words.size() == 2 && words.get(0).equals("list"))
                || (words.size() == 3 && List.of("show", "replay", "drop").contains(words.get(0)));
        if (!known) {
            err.println(USAGE);
            return MISUSED;
        }
        try (var topics = new DeadLetterTopics(KafkaClientSettings.in(new StandardEnvironment()))) {
            new DeadLettersCommand(out, topics).run(words, force);
            return DONE;
        } catch (CommandRefusedException | KafkaException | IllegalStateException refusal) {
            err.println(refusal.getMessage());
            return REFUSED;
        }
    }

    private void run(List<String> words, boolean force) {
        if (words.get(0).equals("list")) {
            var names = words.size() == 2 ? List.of(topic(words)) : topics.names();
            names.forEach(name -> topics.forEach(name, letter -> out.println(letter.line())));
            return;
        }
        var position = RecordPosition.parse(topic(words), words.get(2));
        switch (words.get(0)) {
            case "show" -> topics.find(position).details().forEach(out::println);
            case "replay" -> replay(topics.find(position), force);
            default -> drop(position, force);
        }
    }

    private static String topic(List<String> words) {
        if (!words.get(1).endsWith(DeadLetter.SUFFIX)) {
            throw new CommandRefusedException("'" + words.get(1) + "' is no topic of dead letters; their names end in "
                    + DeadLetter.SUFFIX + ".");
        }
        return words.get(1);
    }

    /** The topics of posts keep the last record of each key: an older one would replace it for later rebuilds. */
    private void replay(DeadLetter letter, boolean force) {
        if (letter.record().value() == null) {
            throw new CommandRefusedException(
                    "The record was too large to be kept; its original is " + letter.original() + ".");
        }
        if (!force && topics.isObsolete(letter)) {
            throw new CommandRefusedException("Its topic has a newer record of the key " + letter.key()
                    + ", which this one would replace. Nothing was sent; --force sends it.");
        }
        out.println("Sent again: " + topics.replay(letter));
    }

    private void drop(RecordPosition position, boolean force) {
        var letter = topics.find(position);
        var earlier = position.offset() - topics.beginning(position.partition());
        if (!force && earlier > 0) {
            throw new CommandRefusedException("Kafka drops records from the beginning of a partition only, here "
                    + earlier + " others as well. Nothing was dropped; --force drops them.");
        }
        topics.dropUpTo(position);
        out.println("Dropped: " + letter.line());
    }
}
