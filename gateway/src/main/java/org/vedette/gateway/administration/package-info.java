/** What admins do to the accounts of others. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.administration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
