package org.vedette.standalone.mail;

/** One header field of a mail, decoded. */
public record MailField(String name, String value) {}
