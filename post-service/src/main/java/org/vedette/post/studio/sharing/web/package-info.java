/** The page on which links to previews are made and revoked. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.sharing.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
