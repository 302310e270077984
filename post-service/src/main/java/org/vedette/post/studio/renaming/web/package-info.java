/** The pages that say how far renamings are. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.renaming.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
