package org.vedette.testsupport.architecture.tripwire.publishing;

import org.vedette.testsupport.architecture.tripwire.series.OtherHalfOfACycle;

public class HalfOfACycle {

    OtherHalfOfACycle other() {
        return new OtherHalfOfACycle();
    }
}
