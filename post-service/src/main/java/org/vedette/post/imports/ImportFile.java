package org.vedette.post.imports;

import java.util.Optional;
import java.util.function.Consumer;

/** A file with posts, open for reading on the thread of one import. */
public interface ImportFile extends AutoCloseable {

    /** The system that it comes from, for people. */
    String format();

    /** Hands on everything that it has, in its order. What is broken is handed on as such, and the rest goes on. */
    void readItems(Consumer<FoundItem> items);

    /** How much of it was read, from 0 to 1. */
    double progress();

    /**
     * A picture that lies beside the posts.
     *
     * @param address as the body of the post names it
     * @param location of the post
     * @throws org.vedette.post.content.InvalidValueException when it is there and cannot be taken
     */
    Optional<byte[]> picture(String address, String location);

    @Override
    void close();
}
