package communique.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of a language, as unevenly frequent as those of real texts are (Zipf's law): those listed
 * first, then what two and three of them make when they are joined.
 *
 * @param language its tag
 * @param words the most frequent first
 * @param space what stands between words
 * @param name of the person whom texts name, as this language spells it
 */
record Vocabulary(String language, List<String> words, String space, String name) {
  static final List<Vocabulary> ALL =
      List.of(
          of(
              "de",
              "die der und in zu den mit von für auf im das nicht eine als auch an nach wie bei"
                  + " Präsidentin Minister Regierung Abkommen Hafen Gespräch Brücke Schule Wasser"
                  + " Energie Handel Grenze Partner Bürger Haushalt Bahn Besuch Rat Klima Hilfe",
              " ",
              "Elena Varga"),
          of(
              "en",
              "the of and to in a is that for it with as was on be at by this had not"
                  + " president minister government agreement harbour talk bridge school water"
                  + " energy trade border partner citizen budget railway visit council climate aid",
              " ",
              "Elena Varga"),
          of(
              "fr",
              "de la le et les des en un du une que est pour qui dans a par plus pas au"
                  + " présidente ministre gouvernement accord port entretien pont école eau énergie"
                  + " commerce frontière partenaire citoyen budget chemin visite conseil climat aide",
              " ",
              "Elena Varga"),
          of(
              "es",
              "de la que el en y a los se del las un por con no una su para es al"
                  + " presidenta ministro gobierno acuerdo puerto diálogo puente escuela agua"
                  + " energía comercio frontera socio ciudadano ley tren visita consejo clima ayuda",
              " ",
              "Elena Varga"),
          of(
              "ru",
              "и в не на что с по как к из у за от так о же для бы или при"
                  + " президент министр правительство соглашение порт разговор мост школа вода"
                  + " энергия торговля граница партнёр гражданин бюджет поезд визит совет климат"
                  + " помощь",
              " ",
              "Елена Варга"),
          of(
              "ar",
              "في من على إلى أن عن مع هذا التي كان بين قد كل بعد ذلك هو هي ما لم قبل"
                  + " رئيسة وزير حكومة اتفاق ميناء حديث جسر مدرسة ماء طاقة تجارة حدود شريك مواطن"
                  + " ميزانية قطار زيارة مجلس مناخ مساعدة",
              " ",
              "إيلينا فارغا"),
          of(
              "vi",
              "và của có là được cho trong với các một những không đã này về để người khi từ"
                  + " tổng bộ chính hiệp cảng cuộc cầu trường nước điện thương biên đối công ngân"
                  + " tàu thăm hội khí giúp",
              " ",
              "Elena Varga"),
          of(
              "ko",
              "그리고 이번 위해 대한 통해 함께 오늘 또한 모든 여러 우리 관련 지난 앞으로 매우 다시 가장 더욱 이후 현재"
                  + " 대통령은 장관이 정부는 협정을 항구에서 대화를 다리가 학교의 물을 에너지와 무역은 국경에서 동반자와"
                  + " 시민들이 예산을 철도가 방문을 의회는 기후를 지원을",
              " ",
              "엘레나 바르가"),
          of(
              "ja",
              "の に は を が と で も から まで など この その また として により について ため ことを する"
                  + " 大統領 大臣 政府 協定 港湾 会談 橋梁 学校 水道 エネルギー 貿易 国境 友好 市民 予算 鉄道"
                  + " 訪問 議会 気候 支援",
              "",
              "エレナ・ヴァルガ"),
          of(
              "zh",
              "的 在 和 是 了 与 为 对 将 并 就 等 中 也 这 以 我们 进行 表示 他们 总统 部长 政府 协议 港口 会谈"
                  + " 大桥 学校 供水 能源 贸易 边境 伙伴 公民 预算 铁路 访问 议会 气候 援助",
              "",
              "埃琳娜·瓦尔加"));

  private static final int PARAGRAPHS = 6;
  private static final int WORDS_EACH = 33;
  private static final int WORDS_OF_HEADLINE = 6;

  private static Vocabulary of(String language, String words, String space, String name) {
    return new Vocabulary(language, List.of(words.split(" ", -1)), space, name);
  }

  /** A word, the most frequent being 0. */
  String word(int rank) {
    int size = words.size();
    if (rank < size) {
      return words.get(rank);
    }
    int rest = rank - size;
    int last = rest % size;
    // The first of those that are joined is one that carries meaning.
    return word(rest / size) + words.get(size - 1 - last);
  }

  private String word(Random random) {
    int size = words.size();
    double most = size + (double) size * size + (double) size * size * size;
    return word((int) Math.exp(random.nextDouble() * Math.log(most)) - 1);
  }

  String headline(Random random) {
    return text(random, WORDS_OF_HEADLINE);
  }

  /** Paragraphs of some 3 KB together. */
  List<String> paragraphs(Random random) {
    return Stream.generate(() -> text(random, WORDS_EACH)).limit(PARAGRAPHS).toList();
  }

  private String text(Random random, int length) {
    return Stream.generate(() -> word(random))
        .limit(length)
        .collect(Collectors.joining(space, "", "."));
  }
}
