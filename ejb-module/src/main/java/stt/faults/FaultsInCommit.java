package stt.faults;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.UUID;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * Fault points inside of a commit: a resource that takes part in the transaction and waits when its turn comes. Without the
 * system property nothing is ever enlisted.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class FaultsInCommit {

    @Resource(lookup = "java:appserver/TransactionManager")
    private TransactionManager transactions;

    /** To be called before anything else takes part: resources commit in the order in which they came. */
    public void atBegin() {
        if (FaultPoint.COMMIT.isSet()) {
            enlist();
        }
    }

    /** To be called after everything else takes part: resources are prepared in the order in which they came. */
    public void atEnd() {
        if (FaultPoint.PREPARE.isSet()) {
            enlist();
        }
    }

    private void enlist() {
        try {
            transactions.getTransaction().enlistResource(new Waiting());
        } catch (SystemException | RollbackException e) {
            throw new IllegalStateException("fault points in a commit need Payara's transaction manager", e);
        }
    }

    private static final class Waiting implements XAResource {

        private final UUID id = UUID.randomUUID();

        @Override
        public int prepare(Xid transaction) {
            FaultPoint.PREPARE.reach();
            return XA_OK;
        }

        @Override
        public void commit(Xid transaction, boolean onePhase) {
            FaultPoint.COMMIT.reach();
        }

        @Override
        public boolean isSameRM(XAResource other) {
            return other instanceof Waiting waiting && waiting.id.equals(id);
        }

        @Override
        public Xid[] recover(int flag) {
            return new Xid[0];
        }

        @Override
        public int getTransactionTimeout() {
            return 0;
        }

        @Override
        public boolean setTransactionTimeout(int seconds) {
            return false;
        }

        @Override
        public void start(Xid transaction, int flags) {}

        @Override
        public void end(Xid transaction, int flags) {}

        @Override
        public void forget(Xid transaction) {}

        @Override
        public void rollback(Xid transaction) {}
    }
}
