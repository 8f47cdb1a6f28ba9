package stt.connector;

import java.time.Duration;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import stt.inference.api.CancelToken;

/**
 * A session's part in a transaction. A run leaves nothing behind that could be made durable, so that there is nothing to
 * prepare, commit or recover; what counts is that the session is idle and clean when the transaction is over.
 */
record SessionTransaction(Slot slot) implements XAResource {

    /** A cancelled run gives way within tens of milliseconds; it may be reading audio from a slow decoder as well. */
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

    @Override
    public void start(Xid branch, int flags) {}

    @Override
    public void end(Xid branch, int flags) {}

    /** @return {@link XAResource#XA_RDONLY}: neither commit nor rollback need follow */
    @Override
    public int prepare(Xid branch) throws XAException {
        finish();
        return XA_RDONLY;
    }

    @Override
    public void commit(Xid branch, boolean onePhase) throws XAException {
        finish();
    }

    /** Ends the run if one is still under way in another thread, so that the session goes back clean. */
    @Override
    public void rollback(Xid branch) throws XAException {
        finish();
    }

    @Override
    public void forget(Xid branch) {}

    /** @return nothing: no branch survives the process */
    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return equals(other);
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    /** @return false: each run brings its own deadline */
    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }

    private void finish() throws XAException {
        slot.cancel(CancelToken.Reason.REQUESTED);
        if (!slot.awaitIdle(CANCEL_LIMIT)) {
            slot.close(); // takes effect when the run ends; the pool's validation removes it before that
            throw new XAException(XAException.XAER_RMFAIL);
        }
    }
}
