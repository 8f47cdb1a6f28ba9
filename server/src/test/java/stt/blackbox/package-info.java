/**
 * Facts about the product as its users have it: the runnable jar, started once for all tests of this package on a free port
 * with a data folder of its own, and spoken to over HTTP.
 */
@NullMarked
package stt.blackbox;

import org.jspecify.annotations.NullMarked;
