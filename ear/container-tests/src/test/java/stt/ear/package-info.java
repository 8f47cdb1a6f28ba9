/**
 * Facts about the application inside its container: Arquillian puts these tests into the real EAR's web module and deploys
 * it to a Payara Server domain that the build creates. What can be seen from outside is tested over HTTP in the module
 * {@code server} instead.
 */
@NullMarked
package stt.ear;

import org.jspecify.annotations.NullMarked;
