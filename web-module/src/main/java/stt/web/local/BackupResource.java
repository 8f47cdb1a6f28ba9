package stt.web.local;

import jakarta.ejb.EJB;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import stt.backup.BackUpWhileRunning;

/** {@code /local/backup}: everything, as one file; closed as all of {@code /local/} is. */
@Path("local/backup")
public class BackupResource {

    @EJB
    private BackUpWhileRunning backUp;

    /** A back-up of this moment. One that breaks off has no manifest at its end, so that nobody can restore it. */
    @POST
    @Produces("application/zip")
    @Operation(hidden = true)
    public StreamingOutput download() {
        return backUp::to;
    }
}
