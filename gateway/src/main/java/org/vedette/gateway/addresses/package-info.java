/** Addresses that people and programs type or try without having seen a link: icons, feeds, a trailing slash, security.txt. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.addresses;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
