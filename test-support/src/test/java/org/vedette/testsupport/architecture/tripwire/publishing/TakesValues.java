package org.vedette.testsupport.architecture.tripwire.publishing;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class TakesValues {

    TakesValues(@Value("${a}") String inAConstructor) {}

    @Autowired
    void inAParameter(@Value("${b}") String value) {}

    @Value("${c}")
    void onAMethod(String value) {}
}
