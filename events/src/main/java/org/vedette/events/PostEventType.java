package org.vedette.events;

import java.util.Arrays;
import java.util.Optional;

/** The CloudEvents {@code type} of every event, and the record its data is deserialized into. */
public enum PostEventType {
    PUBLISHED("org.vedette.post.published.v1", PostPublished.class),
    REVISED("org.vedette.post.revised.v1", PostRevised.class),
    WITHDRAWN("org.vedette.post.withdrawn.v1", PostWithdrawn.class);

    private final String type;
    private final Class<? extends PostEvent> data;

    PostEventType(String type, Class<? extends PostEvent> data) {
        this.type = type;
        this.data = data;
    }

    /** The value of the {@code ce_type} header. */
    public String type() {
        return type;
    }

    /** The class the value of the Kafka record is deserialized into. */
    public Class<? extends PostEvent> data() {
        return data;
    }

    /** The type with the given name; empty when it is unknown, as a newer producer may send one. */
    public static Optional<PostEventType> of(String type) {
        return Arrays.stream(values()).filter(known -> known.type.equals(type)).findFirst();
    }

    /** The type of the given event. */
    public static PostEventType of(PostEvent event) {
        return Arrays.stream(values())
                .filter(known -> known.data.isInstance(event))
                .findFirst()
                .orElseThrow();
    }
}
