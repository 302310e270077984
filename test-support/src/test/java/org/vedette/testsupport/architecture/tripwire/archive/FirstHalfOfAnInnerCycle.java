package org.vedette.testsupport.architecture.tripwire.archive;

import org.vedette.testsupport.architecture.tripwire.archive.months.SecondHalfOfAnInnerCycle;

public class FirstHalfOfAnInnerCycle {

    SecondHalfOfAnInnerCycle other() {
        return new SecondHalfOfAnInnerCycle();
    }
}
