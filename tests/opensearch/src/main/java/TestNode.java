import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * A node of OpenSearch without any plugin but the one it talks by and, where the system property "plugin" has
 * its class, one more; its settings are the arguments, name=value.
 */
public final class TestNode extends Node {
  private TestNode(Environment environment, List<Class<? extends Plugin>> plugins) {
    super(environment, plugins, false);
  }

  public static void main(String[] arguments) throws Exception {
    Settings.Builder settings = Settings.builder();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> "test");
    List<Class<? extends Plugin>> plugins = new ArrayList<>(List.of(Netty4Plugin.class));
    String plugin = System.getProperty("plugin");
    if (plugin != null) plugins.add(Class.forName(plugin).asSubclass(Plugin.class));
    new TestNode(environment, plugins).start();
    Thread.currentThread().join();
  }
}
