package org.vedette.standalone.mail;

/** One header field of a mail, decoded. */
public record MailHeader(String name, String value) {}
