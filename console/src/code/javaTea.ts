import { indented, literal, type Program, SECRET, splitEndpoint } from './program';

const prints = {
  data: ['System.out.println(data.get("ImageURL"));'],
  elements: [
    'for (Object element : (List<?>) data.get("Elements")) {',
    '    System.out.println(((Map<?, ?>) element).get("ImageURL"));',
    '}',
  ],
  none: [],
};

const whole = ['System.out.println(call(ACTION, parameters));'];

const once = ['Map<?, ?> data = (Map<?, ?>) call(ACTION, parameters).get("Data");'];

const followed = [
  'String job = (String) call(ACTION, parameters).get("RequestId");',
  'Map<?, ?> standing = (Map<?, ?>) call("GetAsyncJobResult", Map.of("JobId", job)).get("Data");',
  'while (List.of("QUEUING", "PROCESSING").contains(standing.get("Status"))) {',
  '    Thread.sleep(1000);',
  '    standing = (Map<?, ?>) call("GetAsyncJobResult", Map.of("JobId", job)).get("Data");',
  '}',
  'if (!standing.get("Status").equals("PROCESS_SUCCESS")) {',
  '    throw new IllegalStateException(standing.toString());',
  '}',
  'Map<?, ?> data = (Map<?, ?>) Common.parseJSON((String) standing.get("Result"));',
];

function stepsOf({ asynchronous, pictures }: Program): readonly string[] {
  return asynchronous ? followed : pictures === 'none' ? whole : once;
}

/** A program on com.aliyun:imageseg20191230, or com.aliyun:tea-openapi alone. */
export function javaTea(program: Program): string {
  const { protocol, host } = splitEndpoint(program.endpoint);
  const entries = Object.entries(program.parameters).map(
    ([name, value]) => `parameters.put(${literal(name)}, ${literal(value)});`,
  );
  const work = stepsOf(program).map((line) => line.replace('ACTION', literal(program.action)));
  const common = program.asynchronous ? 'import com.aliyun.teautil.Common;\n' : '';
  const list = program.asynchronous || program.pictures === 'elements' ? 'import java.util.List;\n' : '';
  return `// Maven: com.aliyun:imageseg20191230:1.0.5
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
${common}import com.aliyun.teautil.models.RuntimeOptions;
import java.util.HashMap;
${list}import java.util.Map;

public class Call {
    public static void main(String[] arguments) throws Exception {
        Map<String, String> parameters = new HashMap<>();
${indented([...entries, ...work, ...prints[program.pictures]], 8)}
    }

    static Map<?, ?> call(String action, Map<String, String> parameters) throws Exception {
        Client client = new Client(new Config()
                .setEndpoint(${literal(host)})
                .setProtocol(${literal(protocol)})
                .setAccessKeyId(${literal(program.accessKeyId)})
                .setAccessKeySecret(${literal(SECRET)}));
        Params named = new Params()
                .setAction(action)
                .setVersion(${literal(program.version)})
                .setProtocol(${literal(protocol.toUpperCase())})
                .setPathname("/")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("json");
        OpenApiRequest request = new OpenApiRequest().setBody(parameters);
        RuntimeOptions options = new RuntimeOptions().setReadTimeout(60_000);
        return (Map<?, ?>) client.callApi(named, request, options).get("body");
    }
}
`;
}
