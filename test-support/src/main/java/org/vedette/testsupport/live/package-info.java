/** Listens to live events in tests. */
@CheckReturnValue
@NullMarked
package org.vedette.testsupport.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
