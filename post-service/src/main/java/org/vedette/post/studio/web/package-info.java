/** What all pages of the studio have in common. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
