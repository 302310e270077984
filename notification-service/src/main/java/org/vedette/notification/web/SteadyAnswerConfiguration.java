package org.vedette.notification.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.NotificationServiceProperties;
import reactor.core.scheduler.Schedulers;

/** Sets how long answers are held back that must not tell anything. */
@Configuration(proxyBeanMethods = false)
class SteadyAnswerConfiguration {

    @Bean
    SteadyAnswer steadyAnswer(NotificationServiceProperties properties) {
        return new SteadyAnswer(properties.signUps().answerStep(), Schedulers.parallel());
    }
}
