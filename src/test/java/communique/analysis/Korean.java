package communique.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer {@code nori}. */
@NamedComponent("nori")
public final class Korean implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new KoreanAnalyzer();
  }
}
