/** The rules by which the modules and packages are laid out, checked on the built classes of all modules. */
@NullMarked
package stt.architecture;

import org.jspecify.annotations.NullMarked;
