package stt.inference;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import stt.inference.api.InferenceConnectionFactory;

/**
 * Lets transcriptions under way end when the application stops. Containers destroy their singletons first, the other EJBs
 * and data sources after them, and stop resource adapters last: this is the last moment at which a transcript can be stored.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Draining {

    @Resource(lookup = "java:app/inference/transcribers")
    private InferenceConnectionFactory transcribers;

    @PreDestroy
    void drain() {
        transcribers.drain();
    }
}
