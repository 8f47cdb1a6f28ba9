package stt.audio;

/** The kinds of file that are decoded; each is read by one demuxer of FFmpeg and no other. */
public enum Container {
    WAV("wav"),
    WAVE64("w64"),
    MP3("mp3"),
    FLAC("flac"),
    OGG("ogg"),
    /** MP4, M4A, MOV, 3GP: the ISO base media and QuickTime family. */
    MP4("mov"),
    AAC("aac"),
    /** WMA and WMV. */
    ASF("asf"),
    /** MKV, MKA and WebM. */
    MATROSKA("matroska"),
    AVI("avi"),
    /** MPG and MPEG, VOB. */
    MPEG_PROGRAM_STREAM("mpeg"),
    MPEG_TRANSPORT_STREAM("mpegts");

    private final String demuxer;

    Container(String demuxer) {
        this.demuxer = demuxer;
    }

    /** FFmpeg's name of the demuxer. */
    String demuxer() {
        return demuxer;
    }
}
