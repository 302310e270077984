package org.vedette.notification.delivery.dkim;

import java.util.List;

/** The DNS records that a domain needs so that its mails are trusted, as lines of a zone file. */
public final class DomainRecords {

    private final String domain;
    private final List<DkimKey> keys;
    private final String mailServer;

    /**
     * The records of a domain.
     *
     * @param keys those that sign
     * @param mailServer name of the host that sends
     */
    public DomainRecords(String domain, List<DkimKey> keys, String mailServer) {
        this.domain = domain;
        this.keys = List.copyOf(keys);
        this.mailServer = mailServer;
    }

    public String domain() {
        return domain;
    }

    /** The public half of each key that signs. */
    public List<String> dkim() {
        return keys.stream().map(DnsRecords::dkim).toList();
    }

    /** Who may send mail of the domain. */
    public String spf() {
        return DnsRecords.spf(domain, mailServer);
    }

    /** What receivers do with mail that fails. */
    public String dmarc() {
        return DnsRecords.dmarc(domain);
    }

    /** Whether mails are signed for receivers that know any algorithm. */
    public boolean hasRsa() {
        return keys.stream().anyMatch(key -> key.algorithm() == DkimAlgorithm.RSA);
    }

    /** Whether anything signs. */
    public boolean isSigned() {
        return !keys.isEmpty();
    }
}
