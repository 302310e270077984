/** The feed service: what readers and machines read. */
@CheckReturnValue
@NullMarked
package org.vedette.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
