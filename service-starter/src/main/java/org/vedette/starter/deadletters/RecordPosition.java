package org.vedette.starter.deadletters;

import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** Where a record is, as people write it: {@code TOPIC PARTITION:OFFSET}. */
record RecordPosition(TopicPartition partition, long offset) {

    private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,9}):([0-9]{1,18})");

    /** @throws CommandRefusedException when it is no position */
    static RecordPosition parse(String topic, String position) {
        var parts = SYNTAX.matcher(position);
        if (!parts.matches()) {
            throw new CommandRefusedException(
                    "'" + position + "' is no position, such as 3:17 for the offset 17 of the partition 3.");
        }
        return new RecordPosition(
                new TopicPartition(topic, Integer.parseInt(parts.group(1))), Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return partition.topic() + " " + partition.partition() + ":" + offset;
    }
}
