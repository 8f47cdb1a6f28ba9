/**
 * The program in the runnable jar: unpacks it once, starts the server in a virtual machine of its own, and speaks to the
 * operator.
 *
 * <p>Rules: nothing here but the JDK and Payara Micro's public API. What the operator must know is one plain sentence on
 * the terminal ({@link stt.server.Refused}); details go to the log. Secrets are printed, never logged.
 *
 * <p>Decisions:
 * <ul>
 *   <li>2026-11-23: the server runs in a child virtual machine. {@code java -jar} on one archive means jars nested in a jar,
 *       read through Payara's own class loader, and no options of our own; a child with the jars unpacked starts from the
 *       JDK's class loader with a class data archive. Figures in docs/startup.md. The parent stays as a thin shell (signals,
 *       exit code, first administrator) and costs about 40 MB.
 *   <li>2026-11-23: the archive is unpacked into {@code run/} of the data folder, once per content: the folder's name is a
 *       digest of the names, sizes and check sums in the jar's directory, so that no content is read to find out.
 *   <li>2026-11-23: the application is unpacked with its modules expanded. The folder must bear the application's name:
 *       Payara looks an embedded resource adapter up by the folder's name, not by the name it was deployed under.
 *   <li>2026-11-23: the child ends when its standard input ends, so that it never outlives a killed parent.
 *   <li>2026-11-23: readiness is probed over HTTP: {@code deploy} has returned true for deployments that had failed.
 * </ul>
 */
@NullMarked
package stt.server;

import org.jspecify.annotations.NullMarked;
