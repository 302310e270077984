package org.vedette.notification.alerts.messaging;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Creates the topics, trying for as long as the broker is away, and holds up nothing meanwhile. */
@Component
class TopicsRelay implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TopicsRelay.class);
    private static final long PAUSE_MS = 2_000;

    private final KafkaAdmin admin;
    private final CountDownLatch stopped = new CountDownLatch(1);

    TopicsRelay(KafkaAdmin admin) {
        this.admin = admin;
    }

    @Override
    public void afterPropertiesSet() {
        var thread = new Thread(this::createTopics, "topics-relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void destroy() {
        stopped.countDown();
    }

    private void createTopics() {
        try {
            while (!created() && !stopped.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                log.info("Topics are not there yet; trying again");
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created() {
        try {
            return admin.initialize();
        } catch (RuntimeException away) {
            log.debug("The broker is away", away);
            return false;
        }
    }
}
