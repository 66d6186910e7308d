package beamish.expression;

import java.util.List;

public interface ModelStore {
  List<ModelManifest> list();

  ExpressionModel open(String id);

  String defaultId();
}
