/** The one public door: it routes, knows who is asking, keeps limits, and knows nothing of posts. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
