package stt.audio;

import java.util.ArrayList;
import java.util.List;
import stt.inference.api.AudioSource;

/** FFmpeg's arguments. Nothing that a client chose is among them. */
final class FfmpegCommand {

    /** {@code verbose} makes FFmpeg log the facts of {@link DecodeLog}. */
    private static final String GENERAL = "-hide_banner -nostats -nostdin -loglevel verbose -filter_threads 1";

    /** Decoders of sound that files of the accepted kinds hold; every other decoder, above all of pictures, stays shut. */
    private static final String DECODERS = String.join(
            ",",
            "aac,aac_latm,ac3,eac3,alac,amrnb,amrwb,ape,dca,flac,g722,g723_1,g726,g726le,g729,gsm,gsm_ms,ilbc,mlp,truehd",
            "mp1,mp1float,mp2,mp2float,mp3,mp3float,opus,qcelp,qdm2,mace3,mace6,nellymoser,s302m,speex,truespeech,tta",
            "vorbis,wavpack,wmav1,wmav2,wmapro,wmalossless,wmavoice,pcm_alaw,pcm_mulaw,pcm_bluray,pcm_dvd,pcm_u8,pcm_s8",
            "pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,pcm_f64le,pcm_f64be",
            "adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,adpcm_yamaha,adpcm_swf");

    private static final String INPUT =
            "-protocol_whitelist fd,pipe -codec_whitelist " + DECODERS + " -threads 1 -i fd:";

    /** FFmpeg picks the track: the default one, then the one with most channels. */
    private static final String SOUND_ONLY = "-vn -sn -dn -map_metadata -1 -map_chapters -1";

    private static final String RESAMPLED =
            "asetpts=if(lt(PTS\\,0)\\,0\\,PTS),aresample=async=1:first_pts=0:osr=" + AudioSource.SAMPLE_RATE_HZ;

    private static final String SECONDS = "asetnsamples=" + AudioSource.SAMPLE_RATE_HZ + ":p=0";

    /**
     * Silence where the track starts late or has a gap, so that times count from the start of the file; then 16 kHz mono.
     * Times below zero become zero first, or the resampler would cut the beginning of Opus in Matroska, whose start FFmpeg
     * takes to be 13 ms later than it is. {@code rematrix_maxval=1} scales the downmix so that it cannot clip. Handing on
     * whole seconds instead of the codec's frames, of 26 ms for MP3, saves a third of the CPU time.
     */
    private static final String SPEECH = RESAMPLED + ":ochl=mono:osf=flt:rematrix_maxval=1," + SECONDS;

    private FfmpegCommand() {}

    /** Decodes standard input to 16 kHz mono, little-endian floats on standard output. */
    static List<String> speech(Container container) {
        return command(container, SPEECH);
    }

    /** The same of one channel, from 0 on, at its own loudness. */
    static List<String> channel(Container container, int channel) {
        // Channels are still those of the track where the resampler sees them first: the log says how many there are.
        return command(container, RESAMPLED + ":osf=flt,pan=mono|c0=c" + channel + "," + SECONDS);
    }

    private static List<String> command(Container container, String filters) {
        List<String> arguments = new ArrayList<>(List.of(GENERAL.split(" ")));
        arguments.addAll(List.of("-f", container.demuxer()));
        arguments.addAll(List.of(INPUT.split(" ")));
        arguments.addAll(List.of(SOUND_ONLY.split(" ")));
        arguments.addAll(List.of("-af", filters, "-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"));
        return arguments;
    }
}
