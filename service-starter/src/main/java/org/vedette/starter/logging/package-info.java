/** What the log of a service contains: no flood of a library, and on each line the request or event that it belongs to. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.logging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
