package org.vedette.gateway.links.mail;

import gg.jte.TemplateEngine;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.links.AccountMails;
import org.vedette.starter.smtp.NoDelaySocketFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Creates the sender of mails about accounts. The auto-configured one cannot be left without a mail server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountMailProperties.class)
class AccountMailConfiguration {

    private static final int THREADS = 2;
    private static final int WAITING_MAILS = 100;

    @Bean(destroyMethod = "dispose")
    Scheduler mailScheduler() {
        return Schedulers.newBoundedElastic(THREADS, WAITING_MAILS, "account-mail");
    }

    @Bean
    AccountMails accountMails(
            AccountMailProperties properties,
            TemplateEngine templates,
            GatewayProperties site,
            Scheduler mailScheduler) {
        return new SmtpAccountMails(sender(properties), properties, templates, site, mailScheduler);
    }

    private static JavaMailSenderImpl sender(AccountMailProperties properties) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(properties.host());
        sender.setPort(properties.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var hasLogin = !properties.username().isBlank();
        if (hasLogin) {
            sender.setUsername(properties.username());
            sender.setPassword(properties.password());
        }
        sender.setJavaMailProperties(settings(properties, hasLogin));
        return sender;
    }

    private static Properties settings(AccountMailProperties properties, boolean hasLogin) {
        var timeout = String.valueOf(properties.timeout().toMillis());
        var settings = new Properties();
        settings.put("mail.smtp.auth", String.valueOf(hasLogin));
        settings.put("mail.smtp.starttls.enable", String.valueOf(properties.starttls()));
        settings.put("mail.smtp.starttls.required", String.valueOf(properties.starttlsRequired()));
        settings.put("mail.smtp.socketFactory", new NoDelaySocketFactory());
        settings.put("mail.smtp.connectiontimeout", timeout);
        settings.put("mail.smtp.timeout", timeout);
        settings.put("mail.smtp.writetimeout", timeout);
        return settings;
    }
}
