/** The descriptions of all APIs on one page, which needs nothing from elsewhere. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.docs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
