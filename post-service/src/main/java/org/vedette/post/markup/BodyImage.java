package org.vedette.post.markup;

/**
 * An image in a body.
 *
 * @param line of the body, from 1
 * @param address as the body has it
 * @param alternative what it shows, in words; empty when the body does not say
 */
public record BodyImage(int line, String address, String alternative) {}
