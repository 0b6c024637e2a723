package communique.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer {@code arabic}. */
@NamedComponent("arabic")
public final class Arabic implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new ArabicAnalyzer();
  }
}
