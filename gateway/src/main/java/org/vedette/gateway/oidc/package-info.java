/** Signing in at an identity provider (OpenID Connect), in place of local accounts. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.oidc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
