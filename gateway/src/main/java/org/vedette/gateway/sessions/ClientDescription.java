package org.vedette.gateway.sessions;

/**
 * Who uses a session, as far as the request tells.
 *
 * @param address address of the client
 * @param browser browser and system as people call them
 */
public record ClientDescription(String address, String browser) {}
