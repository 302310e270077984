package org.vedette.testsupport.architecture.tripwire.series;

import org.vedette.testsupport.architecture.tripwire.publishing.HalfOfACycle;

public class OtherHalfOfACycle {

    HalfOfACycle other() {
        return new HalfOfACycle();
    }
}
