/**
 * What the rest of the platform may ask of the models: sessions borrowed from the container, values in, values back.
 *
 * <p>Rules: this jar lives in {@code EAR/lib}, so that the resource adapter and the application see the same classes.
 * It knows nothing of ONNX Runtime or any other engine. Every failure is one of the unchecked exceptions here; they are
 * EJB application exceptions that roll the caller's transaction back, so they cross EJB boundaries unwrapped.
 */
@NullMarked
package stt.inference.api;

import org.jspecify.annotations.NullMarked;
