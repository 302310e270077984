/** What the script of the editor sends while somebody types. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.autosave.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
