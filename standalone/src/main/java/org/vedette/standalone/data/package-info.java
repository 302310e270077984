/** The data directory and the secrets in it, readable by their owner only. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.data;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
