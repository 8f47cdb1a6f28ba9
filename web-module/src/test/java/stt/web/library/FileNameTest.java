package stt.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @Test
    void aRecordingsExtensionGivesWayToTheFormats() {
        assertThat(FileName.of("Meeting.MP3", "srt").text()).isEqualTo("Meeting.srt");
        assertThat(FileName.of("Version 2.1", "srt").text()).isEqualTo("Version 2.1.srt");
    }

    @Test
    void isGivenTwiceForOldAndNewClients() {
        assertThat(FileName.of("Réunion à 10 €.mp3", "pdf").disposition("attachment"))
                .isEqualTo("attachment; filename=\"Reunion a 10 _.pdf\";"
                        + " filename*=UTF-8''R%C3%A9union%20%C3%A0%2010%20%E2%82%AC.pdf");
    }

    @Test
    void noTitleLeavesItsQuotes() {
        assertThat(FileName.of("a\"; filename=\"b\r\nSet-Cookie: x", "txt").disposition("attachment"))
                .isEqualTo("attachment; filename=\"a_; filename=_b_Set-Cookie_ x.txt\";"
                        + " filename*=UTF-8''a_%3B%20filename%3D_b_Set-Cookie_%20x.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "'../../etc/passwd', '_.._etc_passwd.txt'",
        "'C:\\a|b?*', 'C_a_b_.txt'",
        "'...', 'transcript.txt'",
        "'con', 'transcript.txt'",
        "'.mp3', 'transcript.txt'",
        "'a\u202Egpj', 'a_gpj.txt'"
    })
    void nothingThatAFileSystemRefusesOrObeysIsLeft(String title, String name) {
        assertThat(FileName.of(title, "txt").text()).isEqualTo(name);
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        String name = FileName.of("\ud83c\udf89".repeat(255), "docx").text();

        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(200 + ".docx".length());
        assertThat(name).startsWith("\ud83c\udf89").endsWith("\ud83c\udf89.docx");
    }
}
