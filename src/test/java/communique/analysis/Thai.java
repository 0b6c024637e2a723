package communique.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer {@code thai}. */
@NamedComponent("thai")
public final class Thai implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new ThaiAnalyzer();
  }
}
