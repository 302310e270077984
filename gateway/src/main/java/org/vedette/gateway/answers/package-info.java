/** What every answer carries or must not carry, whoever gave it. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.answers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
