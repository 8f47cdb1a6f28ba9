package stt.web.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import stt.web.errors.InvalidRequest;

/** What a transcript may be saved as. */
enum ExportFormat {
    TXT("text/plain;charset=UTF-8") {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            TextFile.write(export, out);
        }
    },
    SRT("application/x-subrip;charset=UTF-8") {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            SubtitleFile.subRip(export, out);
        }
    },
    VTT("text/vtt;charset=UTF-8") {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            SubtitleFile.webVtt(export, out);
        }
    },
    JSON("application/json") {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            export.transcript().write(out);
        }
    },
    CSV("text/csv;charset=UTF-8;header=present") {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            CsvFile.write(export, out);
        }
    },
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document") {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            DocxFile.write(export, out);
        }
    },
    PDF("application/pdf") {
        @Override
        void write(Export export, OutputStream out) throws IOException {
            PdfFile.write(export, out);
        }
    };

    private final String type;

    ExportFormat(String type) {
        this.type = type;
    }

    /** The format that a path calls {@code name}. */
    static ExportFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "unknown_format", "The format must be txt, srt, vtt, json, csv, docx or pdf."));
    }

    /** The file's Content-Type. */
    String type() {
        return type;
    }

    /** Of a file's name, and the format's name in paths. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes a transcript; {@code out} stays open. */
    abstract void write(Export export, OutputStream out) throws IOException;
}
