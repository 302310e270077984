/** Static files that the pages of all services share: style sheet, scripts, icons. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.assets;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
