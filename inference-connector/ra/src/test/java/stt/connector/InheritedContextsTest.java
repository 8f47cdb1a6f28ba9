package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A thread of a server's pool, made while a deployed class was on the stack, outlives the deployment. */
class InheritedContextsTest {

    private static final int COLLECTIONS = 200;

    /** What is deployed. */
    public static final class Caller implements Function<ExecutorService, Thread> {

        /** The pool's thread, which it makes for this call. */
        @Override
        public Thread apply(ExecutorService pool) {
            return CompletableFuture.supplyAsync(Thread::currentThread, pool).join();
        }
    }

    @Test
    void anUndeployedClassLoaderIsCollectedThoughThreadsWereMadeInItsName() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            WeakReference<ClassLoader> deployed = deployAndUndeploy(pool);

            for (int i = 0; i < COLLECTIONS && deployed.get() != null; i++) {
                System.gc();
            }

            assertThat(deployed.get()).isNull();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void otherThreadsKeepTheirContext() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try (URLClassLoader other = new URLClassLoader(new URL[0])) {
            thread.setContextClassLoader(other);
            deployAndUndeploy(pool);

            assertThat(thread.getContextClassLoader()).isSameAs(other);
        } finally {
            thread.setContextClassLoader(before);
            pool.shutdown();
        }
    }

    @SuppressWarnings("unchecked")
    private static WeakReference<ClassLoader> deployAndUndeploy(ExecutorService pool) throws Exception {
        URLClassLoader loader = new URLClassLoader(NativeRuntimeTest.classPath(), ClassLoader.getPlatformClassLoader());
        Function<ExecutorService, Thread> caller = (Function<ExecutorService, Thread>)
                loader.loadClass(Caller.class.getName()).getConstructor().newInstance();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        Thread made = caller.apply(pool);
        thread.setContextClassLoader(before);
        assertThat(made.getContextClassLoader()).isSameAs(loader);

        new InheritedContexts(loader).forget();

        assertThat(made.getContextClassLoader()).isSameAs(loader.getParent());
        loader.close();
        return new WeakReference<>(loader);
    }
}
