/** Random secrets that are handed out once and stored as hashes. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.secrets;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
