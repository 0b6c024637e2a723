package communique.analysis;

import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.StringSetting;

/** The token filter {@code icu_transform}. */
@NamedComponent("icu_transform")
public final class IcuTransform implements TokenFilterFactory {
  private final Transliterator transliterator;

  /**
   * @throws IllegalArgumentException when ICU has no transform of that name
   */
  @Inject
  public IcuTransform(Settings settings) {
    this.transliterator = Transliterator.getInstance(settings.id());
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return new ICUTransformFilter(tokens, transliterator);
  }

  /** As its index has them. */
  @AnalysisSettings
  public interface Settings {
    @StringSetting(path = "id", defaultValue = "Null")
    String id();
  }
}
