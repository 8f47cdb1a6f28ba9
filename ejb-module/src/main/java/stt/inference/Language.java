package stt.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A language that Whisper knows.
 *
 * @param code ISO 639-1; Whisper's own where there is none
 * @param name English, in lower case
 */
public record Language(String code, String name) {

    /**
     * All of them, in Whisper's order: that of its language tokens (openai/whisper, {@code whisper/tokenizer.py}). The last
     * one, Cantonese, came with large-v3; the models before know the 99 others.
     */
    public static final List<Language> ALL = Arrays.stream(
                    """
            en=english, zh=chinese, de=german, es=spanish, ru=russian, ko=korean, fr=french, ja=japanese,
            pt=portuguese, tr=turkish, pl=polish, ca=catalan, nl=dutch, ar=arabic, sv=swedish, it=italian,
            id=indonesian, hi=hindi, fi=finnish, vi=vietnamese, he=hebrew, uk=ukrainian, el=greek, ms=malay,
            cs=czech, ro=romanian, da=danish, hu=hungarian, ta=tamil, no=norwegian, th=thai, ur=urdu,
            hr=croatian, bg=bulgarian, lt=lithuanian, la=latin, mi=maori, ml=malayalam, cy=welsh, sk=slovak,
            te=telugu, fa=persian, lv=latvian, bn=bengali, sr=serbian, az=azerbaijani, sl=slovenian, kn=kannada,
            et=estonian, mk=macedonian, br=breton, eu=basque, is=icelandic, hy=armenian, ne=nepali, mn=mongolian,
            bs=bosnian, kk=kazakh, sq=albanian, sw=swahili, gl=galician, mr=marathi, pa=punjabi, si=sinhala,
            km=khmer, sn=shona, yo=yoruba, so=somali, af=afrikaans, oc=occitan, ka=georgian, be=belarusian,
            tg=tajik, sd=sindhi, gu=gujarati, am=amharic, yi=yiddish, lo=lao, uz=uzbek, fo=faroese,
            ht=haitian creole, ps=pashto, tk=turkmen, nn=nynorsk, mt=maltese, sa=sanskrit, lb=luxembourgish,
            my=myanmar, bo=tibetan, tl=tagalog, mg=malagasy, as=assamese, tt=tatar, haw=hawaiian, ln=lingala,
            ha=hausa, ba=bashkir, jw=javanese, su=sundanese, yue=cantonese
            """
                            .split(","))
            .map(String::strip)
            .map(Language::parse)
            .toList();

    /** The language with this code, if Whisper knows it. */
    public static Optional<Language> withCode(String code) {
        return ALL.stream().filter(language -> language.code.equals(code)).findFirst();
    }

    private static Language parse(String entry) {
        int sign = entry.indexOf('=');
        return new Language(entry.substring(0, sign), entry.substring(sign + 1));
    }
}
