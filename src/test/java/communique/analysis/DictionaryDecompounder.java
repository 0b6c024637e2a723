package communique.analysis;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.compound.CompoundWordTokenFilterBase;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.BooleanSetting;
import org.elasticsearch.plugin.settings.IntSetting;
import org.elasticsearch.plugin.settings.ListSetting;

/** The token filter {@code dictionary_decompounder}. */
@NamedComponent("dictionary_decompounder")
public final class DictionaryDecompounder implements TokenFilterFactory {
  private final CharArraySet words;
  private final int smallestPart;
  private final boolean longestOnly;

  @Inject
  public DictionaryDecompounder(Settings settings) {
    this.words = new CharArraySet(settings.words(), true);
    this.smallestPart = settings.smallestPart();
    this.longestOnly = settings.longestOnly();
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return new DictionaryCompoundWordTokenFilter(
        tokens,
        words,
        CompoundWordTokenFilterBase.DEFAULT_MIN_WORD_SIZE,
        smallestPart,
        CompoundWordTokenFilterBase.DEFAULT_MAX_SUBWORD_SIZE,
        longestOnly);
  }

  /** As its index has them. */
  @AnalysisSettings
  public interface Settings {
    @ListSetting(path = "word_list")
    List<String> words();

    @IntSetting(
        path = "min_subword_size",
        defaultValue = CompoundWordTokenFilterBase.DEFAULT_MIN_SUBWORD_SIZE)
    int smallestPart();

    @BooleanSetting(path = "only_longest_match", defaultValue = false)
    boolean longestOnly();
  }
}
