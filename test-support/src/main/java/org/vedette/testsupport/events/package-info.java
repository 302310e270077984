/** Builders of events that are valid by default. */
@CheckReturnValue
@NullMarked
package org.vedette.testsupport.events;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
