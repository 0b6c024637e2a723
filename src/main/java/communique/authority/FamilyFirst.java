package communique.authority;

import communique.briefing.names.Name;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is called by the family name first, as Chinese and Koreans are also in other scripts: {@code
 * Xi Jinping}, {@code Си Цзиньпин}, but {@code Carrie Lam}.
 *
 * <p>Two things must come together. The record has a name in Chinese characters or Hangul that is
 * short and in one piece, which names of others are not: these have a dot or space in it. And in
 * Latin letters, the first word is one of the few hundred names that most Chinese and Koreans have,
 * or the last has a hyphen, as in {@code Moon Jae-in}.
 */
final class FamilyFirst {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 3;

  /** Unlike {@code Douglas-Home} and {@code al-Helmy}. */
  private static final Pattern GIVEN = Pattern.compile("\\p{Lu}\\p{Ll}+-\\p{Ll}+");

  private static final Set<String> FAMILIES =
      Set.of(
          """
          ahn an bae baek bai ban bang bao cai cao cha chan chang chao chen cheng cheon cheong cheung
          chi chiang chin cho choe choi chong chou chow choy chu chua chun chung cui dai deng ding do
          dong doo du duan eom fan fang feng fu gao ge geng gong goh gu guo gwak ha hahm ham han hao
          hau he heo ho hong hou hsiao hsieh hsu hu hua huang hui hung hwang hyun im jang jeon jeong
          ji jia jian jiang jin jo joo ju jung kang kim ko kong koo kuo kwak kwok kwon lai lam lau law
          lee lei leung li liang liao lim lin ling liu lo long lu luo lyu ma mao maeng mei meng min
          moon mun na nam ng ni nie noh oh ong pae paek pai pan pang park peng pu qi qian qiao qin qiu
          quan rao ren rhee roh ryu seo seok seol seong shan shao shen sheng shi shih shim shin sim sin
          so soh son song soo su suh sun sung tai tan tang tao teo tian tong tsai tsang tsao tse tseng
          tsui tu tung u wan wang wei wen weng won wong woo wu xi xia xiang xiao xie xing xiong xu xue
          yan yang yao yau ye yeh yeo yeom yeon yeung yi yim yin ying yip yoo yoon you yu yuan yue yun
          zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou"""
              .split("\\s+"));

  private FamilyFirst() {}

  /** Whether somebody with these names is. */
  static boolean isTrueOf(List<Name> names) {
    return names.stream().anyMatch(name -> isInOnePiece(name.text()))
        && names.stream()
            .map(name -> Forms.parts(name.text()))
            .filter(parts -> parts.length > 1 && isLatin(parts[0]))
            .findFirst()
            .filter(FamilyFirst::isSaidSo)
            .isPresent();
  }

  /**
   * Which word of a name of such a person is the family name.
   *
   * @param parts more than one
   */
  static String of(String[] parts) {
    return !isLatin(parts[0]) || isSaidSo(parts) ? parts[0] : parts[parts.length - 1];
  }

  private static boolean isSaidSo(String[] parts) {
    return FAMILIES.contains(Spelling.inQuery(parts[0]))
        || GIVEN.matcher(parts[parts.length - 1]).matches();
  }

  private static boolean isInOnePiece(String name) {
    int length = name.codePointCount(0, name.length());
    return length >= SHORTEST
        && length <= LONGEST
        && (name.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN)
            || name.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HANGUL));
  }

  private static boolean isLatin(String part) {
    return !part.isEmpty() && UnicodeScript.of(part.codePointAt(0)) == UnicodeScript.LATIN;
  }
}
