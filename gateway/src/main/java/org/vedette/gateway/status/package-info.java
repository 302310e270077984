/** Tells people and programs which functions of the suite work, and since when one does not. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.status;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
