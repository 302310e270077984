/**
 * What the broker and the store in this process have in common.
 */
@CheckReturnValue
@NullMarked
package org.vedette.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
