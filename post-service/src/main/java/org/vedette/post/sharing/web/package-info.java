/** The HTTP API of the links to previews. */
@CheckReturnValue
@NullMarked
package org.vedette.post.sharing.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
