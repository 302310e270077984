package org.vedette.testsupport.architecture.tripwire.archive.months;

import org.vedette.testsupport.architecture.tripwire.archive.FirstHalfOfAnInnerCycle;

public class SecondHalfOfAnInnerCycle {

    FirstHalfOfAnInnerCycle other() {
        return new FirstHalfOfAnInnerCycle();
    }
}
